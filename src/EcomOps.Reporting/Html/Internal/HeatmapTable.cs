using System.Text;
using EcomOps.Operations.Documents;
using static EcomOps.Reporting.Html.Internal.ChartText;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>A heat map is a table with shaded cells: it needs no second table of its figures.</summary>
internal static class HeatmapTable
{
    private const int Shades = 9;

    internal static void Append(StringBuilder html, Chart chart)
    {
        double max = Math.Max(1e-12, chart.Series.SelectMany(s => s.Values).OfType<double>().DefaultIfEmpty(1).Max());
        html.Append("<table class=\"heat\"><thead><tr><th></th>");
        foreach (string category in chart.Categories)
        {
            html.Append("<th scope=\"col\">").Append(Inline.Escape(category)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (Series series in chart.Series)
        {
            html.Append("<tr><th scope=\"row\">").Append(Inline.Escape(series.Name)).Append("</th>");
            foreach (double? value in series.Values)
            {
                html.Append(value is { } v
                    ? Inv($"<td class=\"h{Math.Clamp((int)Math.Round(v / max * Shades), 0, Shades)}\">{Format(v, chart)}</td>")
                    : "<td></td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
    }
}
