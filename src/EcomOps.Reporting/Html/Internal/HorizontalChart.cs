using System.Text;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Charts.Internal;
using static EcomOps.Reporting.Html.Internal.ChartText;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>Bars that lie, a funnel's with each step's share of the step before.</summary>
internal static class HorizontalChart
{
    private const int Row = 30;
    private const int NarrowRow = 42;
    private const double CharacterWidth = 8;

    internal static void Append(StringBuilder html, Chart chart, ChartFrame frame)
    {
        IReadOnlyList<Extent> bars = Extents(chart);
        if (frame.Narrow)
        {
            AppendNarrow(html, chart, bars, frame);
        }
        else
        {
            AppendWide(html, chart, bars, frame);
        }
    }

    private static void AppendWide(StringBuilder html, Chart chart, IReadOnlyList<Extent> bars, ChartFrame frame)
    {
        Series series = chart.Series[0];
        string[] written = [.. Enumerable.Range(0, series.Values.Count).Select(i => Written(chart, series, i) + (Share(chart, series, i) is { } s ? Inv($" ({s:P1} of the step before)") : string.Empty))];
        double labels = Math.Clamp(Widest(chart.Categories) + 8, 80, 320);
        double room = frame.Width - labels - Widest(written) - 6;
        Open(html, chart, frame.Width, (series.Values.Count * Row) + 8);
        for (int i = 0; i < series.Values.Count; i++)
        {
            int y = 4 + (i * Row);
            html.Append(Inv($"<text class=\"label\" x=\"{labels - 8}\" y=\"{y + 19}\" text-anchor=\"end\">{Inline.Escape(Shorten(chart.Categories[i], 42))}</text>"));
            AppendBar(html, chart, i, bars[i], (labels, y + 3, room, Row - 7));
            html.Append(Inv($"<text class=\"value\" x=\"{labels + (bars[i].Until * room) + 6:0.#}\" y=\"{y + 19}\">{written[i]}</text>"));
        }

        html.Append("</svg>");
    }

    private static void AppendNarrow(StringBuilder html, Chart chart, IReadOnlyList<Extent> bars, ChartFrame frame)
    {
        Series series = chart.Series[0];
        bool shares = chart.Kind == ChartKind.Funnel;
        int top = shares ? 22 : 2;
        Open(html, chart, frame.Width, top + (series.Values.Count * NarrowRow));
        if (shares)
        {
            html.Append(Inv($"<text class=\"tick\" x=\"{frame.Width}\" y=\"13\" text-anchor=\"end\">share of the step before · number</text>"));
        }

        for (int i = 0; i < series.Values.Count; i++)
        {
            int y = top + (i * NarrowRow);
            string share = Share(chart, series, i) is { } s ? Inv($"{s:P1} · ") : string.Empty;
            string written = share + Written(chart, series, i);
            int most = Math.Max(8, (int)((frame.Width / 7.4) - written.Length - 2));
            html.Append(Inv($"<text class=\"label\" x=\"0\" y=\"{y + 14}\">{Inline.Escape(Shorten(chart.Categories[i], most))}</text><text class=\"value\" x=\"{frame.Width}\" y=\"{y + 14}\" text-anchor=\"end\">{written}</text>"));
            AppendBar(html, chart, i, bars[i], (0, y + 20, frame.Width, 14));
        }

        html.Append("</svg>");
    }

    private static void AppendBar(StringBuilder html, Chart chart, int index, Extent bar, (double X, int Y, double Room, int Height) at)
    {
        html.Append(Inv($"<rect class=\"bar s{bar.Colour}\" x=\"{at.X + (bar.From * at.Room):0.#}\" y=\"{at.Y}\" width=\"{Math.Max(1, (bar.Until - bar.From) * at.Room):0.#}\" height=\"{at.Height}\">"));
        Tooltip(html, chart, chart.Series[0], index, chart.Series[0].Values[index] ?? 0);
        html.Append("</rect>");
    }

    private static IReadOnlyList<Extent> Extents(Chart chart)
    {
        if (chart.Kind != ChartKind.Waterfall)
        {
            IReadOnlyList<double?> values = chart.Series[0].Values;
            double max = Math.Max(1e-12, values.Select(v => Math.Abs(v ?? 0)).DefaultIfEmpty(1).Max());
            return [.. values.Select(v => new Extent(0, Math.Abs(v ?? 0) / max, v < 0 ? 1 : 0))];
        }

        IReadOnlyList<WaterfallStep> steps = WaterfallStep.Of(chart);
        double low = steps.Select(s => Math.Min(s.From, s.To)).DefaultIfEmpty(0).Min();
        double range = Math.Max(1e-12, steps.Select(s => Math.Max(s.From, s.To)).DefaultIfEmpty(1).Max() - low);
        return [.. steps.Select(s => new Extent((Math.Min(s.From, s.To) - low) / range, (Math.Max(s.From, s.To) - low) / range, s.IsSum ? 0 : s.To < s.From ? 1 : 2))];
    }

    private static double Widest(IEnumerable<string> texts) => texts.Select(t => t.Length).DefaultIfEmpty(0).Max() * CharacterWidth;

    private static string Written(Chart chart, Series series, int index) => series.Values[index] is { } value ? Format(value, chart) : "–";

    private static double? Share(Chart chart, Series series, int index) =>
        chart.Kind == ChartKind.Funnel && index > 0 && series.Values[index - 1] is { } before and > 0 ? (series.Values[index] ?? 0) / before : null;

    /// <summary>Where a bar begins and ends, as shares of the room for bars, and its colour in the palette.</summary>
    private readonly record struct Extent(double From, double Until, int Colour);
}
