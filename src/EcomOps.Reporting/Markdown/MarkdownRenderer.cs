using System.Text;
using EcomOps.Core;
using EcomOps.Operations.Documents;

namespace EcomOps.Reporting.Markdown;

/// <summary>Turns a <see cref="Document"/> into CommonMark with tables. Pure and thread-safe.</summary>
public static class MarkdownRenderer
{
    /// <summary>The document's text.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="imagePath">Gives the path of the picture of a <see cref="Chart"/> or <see cref="Diagram"/>, relative to the text.</param>
    /// <returns>Markdown with LF line ends and a final one.</returns>
    public static string Render(Document document, Func<Block, string> imagePath)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(imagePath);
        var text = new StringBuilder();
        text.Append("# ").Append(document.Title).Append("\n\n").Append(document.Summary).Append('\n');
        foreach (Block block in document.Blocks)
        {
            text.Append('\n');
            Append(text, block, imagePath);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Block block, Func<Block, string> imagePath)
    {
        switch (block)
        {
            case Heading heading:
                text.Append('#', Math.Clamp(heading.Level, 2, 4)).Append(' ').Append(heading.Text).Append('\n');
                break;
            case Paragraph paragraph:
                text.Append(paragraph.Text).Append('\n');
                break;
            case BulletList list:
                for (int i = 0; i < list.Items.Count; i++)
                {
                    text.Append(list.Ordered ? $"{i + 1}. " : "- ").Append(list.Items[i].ReplaceLineEndings(" ")).Append('\n');
                }

                break;
            case Callout callout:
                text.Append("> **").Append(callout.Severity switch { Severity.Error => "Act on this", Severity.Warning => "Note", _ => "For information" }).Append(":** ")
                    .Append(callout.Text.ReplaceLineEndings(" ")).Append('\n');
                break;
            case CodeBlock code:
                string fence = Fence(code.Text);
                text.Append(fence).Append(code.Language).Append('\n').Append(code.Text.TrimEnd('\n')).Append('\n').Append(fence).Append('\n');
                break;
            case Table table:
                AppendTable(text, table);
                break;
            case Chart chart:
                text.Append("![").Append(Escape(chart.Title)).Append("](").Append(imagePath(chart)).Append(")\n");
                break;
            case Diagram diagram:
                text.Append("![").Append(Escape(diagram.Title)).Append("](").Append(imagePath(diagram)).Append(")\n");
                break;
            default:
                throw new ArgumentException($"Unknown block {block.GetType().Name}.", nameof(block));
        }
    }

    private static void AppendTable(StringBuilder text, Table table)
    {
        if (table.Caption.Length > 0)
        {
            text.Append("**").Append(table.Caption).Append("**\n\n");
        }

        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => Cell(c.Title))).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => c.Numeric ? "---:" : "---")).Append(" |\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
        }
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    private static string Escape(string text) => text.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private static string Fence(string code)
    {
        int longest = 0, run = 0;
        foreach (char c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('`', Math.Max(3, longest + 1));
    }
}
