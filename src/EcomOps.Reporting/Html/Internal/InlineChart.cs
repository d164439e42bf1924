using System.Globalization;
using System.Text;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Charts;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>
/// A chart as SVG inside the page: text in the page's font, colours from its style sheet (so that dark mode and print work), a
/// tooltip on every mark, and the figures once more as a table for readers without sight of the picture.
/// </summary>
internal static class InlineChart
{
    private const int Width = 760;
    private const int Height = 300;
    private const int LeastLeft = 64;
    private const double DigitWidth = 8.4;
    private const int Right = 16;
    private const int Top = 12;
    private const int Bottom = 44;

    internal static void Append(StringBuilder html, Chart chart)
    {
        html.Append("<figure class=\"chart\"><figcaption>").Append(Inline.Escape(chart.Title)).Append("</figcaption>");
        if (chart.Series.Count > 1 && chart.Kind is ChartKind.Line or ChartKind.Bar)
        {
            AppendLegend(html, chart);
        }

        html.Append("<div class=\"scroll\">");
        switch (chart.Kind)
        {
            case ChartKind.Heatmap:
                AppendHeatmap(html, chart);
                html.Append("</div></figure>");
                return;
            case ChartKind.Line:
            case ChartKind.Bar:
                AppendVertical(html, chart);
                break;
            default:
                AppendHorizontal(html, chart);
                break;
        }

        html.Append("</div>");
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

    private static void AppendVertical(StringBuilder html, Chart chart)
    {
        var scale = AxisScale.For(chart.Series.SelectMany(s => s.Values));
        int left = (int)Math.Max(LeastLeft, 16 + (scale.Ticks.Max(tick => Format(tick, chart).Length) * DigitWidth));
        double plotWidth = Width - left - Right;
        double plotHeight = Height - Top - Bottom;
        double step = plotWidth / Math.Max(1, chart.Categories.Count);
        double Y(double value) => Top + ((1 - scale.Position(value)) * plotHeight);
        double X(int index) => left + ((index + 0.5) * step);
        Open(html, chart, Width, Height);
        foreach (double tick in scale.Ticks)
        {
            html.Append(Inv($"<line class=\"grid\" x1=\"{left}\" x2=\"{Width - Right}\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\"/><text class=\"tick\" x=\"{left - 8}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{Format(tick, chart)}</text>"));
        }

        int every = Math.Max(1, (int)Math.Ceiling(chart.Categories.Count * 62.0 / plotWidth));
        for (int i = 0; i < chart.Categories.Count; i += every)
        {
            html.Append(Inv($"<text class=\"tick\" x=\"{X(i):0.#}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{Inline.Escape(chart.Categories[i])}</text>"));
        }

        for (int s = 0; s < chart.Series.Count; s++)
        {
            if (chart.Kind == ChartKind.Line)
            {
                AppendLine(html, chart, s, X, Y);
            }
            else
            {
                AppendBars(html, chart, s, step, X, Y);
            }
        }

        html.Append(Inv($"<line class=\"axis\" x1=\"{left}\" x2=\"{Width - Right}\" y1=\"{Y(0):0.#}\" y2=\"{Y(0):0.#}\"/></svg>"));
    }

    private static void AppendLine(StringBuilder html, Chart chart, int s, Func<int, double> x, Func<double, double> y)
    {
        Series series = chart.Series[s];
        var path = new StringBuilder();
        bool down = false;
        for (int i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is { } value)
            {
                path.Append(Inv($"{(down ? 'L' : 'M')}{x(i):0.#} {y(value):0.#}"));
                down = true;
            }
            else
            {
                down = false;
            }
        }

        int colour = s % Palette.Series.Count;
        html.Append("<path class=\"line s").Append(colour).Append("\" d=\"").Append(path).Append("\"/>");
        for (int i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is { } value)
            {
                html.Append(Inv($"<circle class=\"dot s{colour}\" cx=\"{x(i):0.#}\" cy=\"{y(value):0.#}\" r=\"{(series.Values.Count > 60 ? 2 : 3.5)}\">"));
                Tooltip(html, chart, series, i, value);
                html.Append("</circle>");
            }
        }
    }

    private static void AppendBars(StringBuilder html, Chart chart, int s, double step, Func<int, double> x, Func<double, double> y)
    {
        Series series = chart.Series[s];
        double width = step * 0.8 / chart.Series.Count;
        for (int i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is { } value)
            {
                double left = x(i) - (step * 0.4) + (s * width);
                double top = Math.Min(y(value), y(0));
                html.Append(Inv($"<rect class=\"bar s{s % Palette.Series.Count}\" x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{Math.Max(1, width - 1):0.#}\" height=\"{Math.Abs(y(value) - y(0)):0.#}\">"));
                Tooltip(html, chart, series, i, value);
                html.Append("</rect>");
            }
        }
    }

    private static void AppendHorizontal(StringBuilder html, Chart chart)
    {
        Series series = chart.Series[0];
        int labels = Math.Clamp(chart.Categories.Select(c => c.Length).DefaultIfEmpty(0).Max() * 8, 80, 320);
        const int Row = 30;
        int height = (series.Values.Count * Row) + 8;
        double max = Math.Max(1e-12, series.Values.Select(v => Math.Abs(v ?? 0)).DefaultIfEmpty(1).Max());
        double room = Width - labels - 190;
        Open(html, chart, Width, height);
        for (int i = 0; i < series.Values.Count; i++)
        {
            double value = series.Values[i] ?? 0;
            double width = Math.Abs(value) / max * room;
            double y = 4 + (i * Row);
            html.Append(Inv($"<text class=\"label\" x=\"{labels - 8}\" y=\"{y + 19:0.#}\" text-anchor=\"end\">{Inline.Escape(Shorten(chart.Categories[i], 42))}</text><rect class=\"bar s{(value < 0 ? 1 : 0)}\" x=\"{labels}\" y=\"{y + 3:0.#}\" width=\"{Math.Max(1, width):0.#}\" height=\"{Row - 7}\">"));
            Tooltip(html, chart, series, i, value);
            string share = chart.Kind == ChartKind.Funnel && i > 0 && series.Values[i - 1] is > 0
                ? Inv($" ({value / series.Values[i - 1]!.Value:P1} of the step before)")
                : string.Empty;
            html.Append(Inv($"</rect><text class=\"value\" x=\"{labels + width + 6:0.#}\" y=\"{y + 19:0.#}\">{(series.Values[i] is null ? "–" : Format(value, chart))}{share}</text>"));
        }

        html.Append("</svg>");
    }

    private static void AppendHeatmap(StringBuilder html, Chart chart)
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
                    ? Inv($"<td class=\"h{Math.Clamp((int)Math.Round(v / max * 9), 0, 9)}\">{Format(v, chart)}</td>")
                    : "<td></td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
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

    private static void Open(StringBuilder html, Chart chart, int width, int height) =>
        html.Append(Inv($"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{Inline.Escape(chart.Title)}\">"));

    private static void Tooltip(StringBuilder html, Chart chart, Series series, int index, double value) =>
        html.Append("<title>").Append(Inline.Escape(chart.Categories[index])).Append(chart.Series.Count > 1 ? " · " + Inline.Escape(series.Name) : string.Empty)
            .Append(": ").Append(Format(value, chart)).Append("</title>");

    private static string Format(double value, Chart chart) => Inline.Escape(value.ToString(chart.Format, CultureInfo.InvariantCulture));

    private static string Shorten(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
