using System.Text;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Charts;
using static EcomOps.Reporting.Html.Internal.ChartText;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>
/// A chart as SVG inside the page: text in the page's font, colours from its style sheet (so that dark mode and print work), a
/// tooltip on every mark, and the figures once more as a table for readers without sight of the picture. It is drawn twice, for
/// pages with room and for phones, since text that shrinks with a picture can't be read; the style sheet shows one of them.
/// </summary>
internal static class InlineChart
{
    internal static void Append(StringBuilder html, Chart chart)
    {
        html.Append("<figure class=\"chart\"><figcaption>").Append(Inline.Escape(chart.Title)).Append("</figcaption>");
        if (chart.Kind == ChartKind.Heatmap)
        {
            html.Append("<div class=\"scroll\">");
            HeatmapTable.Append(html, chart);
            html.Append("</div></figure>");
            return;
        }

        bool upright = chart.Kind is ChartKind.Line or ChartKind.Bar;
        if (upright && chart.Series.Count > 1)
        {
            AppendLegend(html, chart);
        }

        foreach (ChartFrame frame in ChartFrame.Both)
        {
            html.Append("<div class=\"").Append(frame.Class).Append("\">");
            if (upright)
            {
                VerticalChart.Append(html, chart, frame);
            }
            else
            {
                HorizontalChart.Append(html, chart, frame);
            }

            html.Append("</div>");
        }

        AppendFigures(html, chart);
        html.Append("</figure>");
    }

    private static void AppendLegend(StringBuilder html, Chart chart)
    {
        html.Append("<ul class=\"legend\">");
        for (int s = 0; s < chart.Series.Count; s++)
        {
            html.Append("<li><span class=\"key s").Append(s % Palette.Series.Count).Append("\"></span>").Append(Inline.Escape(chart.Series[s].Name)).Append("</li>");
        }

        html.Append("</ul>");
    }

    private static void AppendFigures(StringBuilder html, Chart chart)
    {
        html.Append("<details class=\"figures\"><summary>The figures</summary><div class=\"scroll\"><table><thead><tr><th></th>");
        foreach (Series series in chart.Series)
        {
            html.Append("<th scope=\"col\" class=\"num\">").Append(Inline.Escape(series.Name)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        for (int i = 0; i < chart.Categories.Count; i++)
        {
            html.Append("<tr><th scope=\"row\">").Append(Inline.Escape(chart.Categories[i])).Append("</th>");
            foreach (Series series in chart.Series)
            {
                html.Append("<td class=\"num\">").Append(series.Values[i] is { } value ? Format(value, chart) : "–").Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div></details>");
    }
}
