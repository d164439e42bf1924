using System.Text;
using EcomOps.Core;
using EcomOps.Operations.Documents;

namespace EcomOps.Reporting.Html.Internal;

internal static class BlockHtml
{
    /// <summary>Tables longer than this get a box to filter them.</summary>
    private const int FilterFrom = 12;

    internal static void Append(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                int level = Math.Clamp(heading.Level, 2, 4) + 1;
                html.Append("<h").Append(level).Append('>').Append(Inline.Escape(heading.Text)).Append("</h").Append(level).Append('>');
                break;
            case Paragraph paragraph:
                html.Append("<p>").Append(Inline.Spans(paragraph.Text)).Append("</p>");
                break;
            case BulletList list:
                string tag = list.Ordered ? "ol" : "ul";
                html.Append('<').Append(tag).Append('>');
                foreach (string item in list.Items)
                {
                    html.Append("<li>").Append(Inline.Spans(item)).Append("</li>");
                }

                html.Append("</").Append(tag).Append('>');
                break;
            case Callout callout:
                string kind = callout.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
                string word = callout.Severity switch { Severity.Error => "Act on this", Severity.Warning => "Note", _ => "For information" };
                html.Append("<div class=\"callout ").Append(kind).Append("\" role=\"note\"><strong>").Append(word).Append(":</strong> ").Append(Inline.Spans(callout.Text)).Append("</div>");
                break;
            case CodeBlock code:
                html.Append("<pre><code>").Append(Inline.Escape(code.Text)).Append("</code></pre>");
                break;
            case Table table:
                AppendTable(html, table);
                break;
            case Chart chart:
                InlineChart.Append(html, chart);
                break;
            case Diagram diagram:
                html.Append("<figure class=\"chart\"><figcaption>").Append(Inline.Escape(diagram.Title)).Append("</figcaption><div class=\"scroll\">")
                    .Append(DiagramSvg.Render(diagram)).Append("</div></figure>");
                break;
            default:
                throw new ArgumentException($"Unknown block {block.GetType().Name}.", nameof(block));
        }
    }

    private static void AppendTable(StringBuilder html, Table table)
    {
        html.Append("<div class=\"table\">");
        if (table.Rows.Count > FilterFrom)
        {
            html.Append("<label class=\"filter\">Filter <input type=\"search\" data-filter></label>");
        }

        html.Append("<div class=\"scroll\"><table><caption>").Append(Inline.Escape(table.Caption)).Append("</caption><thead><tr>");
        foreach (Column column in table.Columns)
        {
            html.Append("<th scope=\"col\"").Append(column.Numeric ? " class=\"num\"" : string.Empty).Append('>').Append(Inline.Escape(column.Title)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            html.Append("<tr>");
            for (int c = 0; c < row.Count; c++)
            {
                html.Append(table.Columns[c].Numeric ? "<td class=\"num\">" : Inline.IsDate(row[c]) ? "<td class=\"date\">" : "<td>").Append(Inline.Spans(row[c])).Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div></div>");
    }
}
