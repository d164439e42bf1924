using System.Text;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Charts;
using static EcomOps.Reporting.Html.Internal.ChartText;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>Lines and bars that stand, over an axis of categories.</summary>
internal static class VerticalChart
{
    private const double DigitWidth = 8.4;
    private const int LabelWidth = 76;
    private const int Right = 16;
    private const int Top = 12;
    private const int Bottom = 44;

    internal static void Append(StringBuilder html, Chart chart, ChartFrame frame)
    {
        var scale = AxisScale.For(chart.Series.SelectMany(s => s.Values));
        int left = (int)Math.Max(frame.Narrow ? 0 : 64, 16 + (scale.Ticks.Max(tick => Format(tick, chart).Length) * DigitWidth));
        int right = frame.Width - Right;
        int floor = frame.Height - Bottom;
        double step = (right - left) / (double)Math.Max(1, chart.Categories.Count);
        double Y(double value) => Top + ((1 - scale.Position(value)) * (floor - Top));
        double X(int index) => left + ((index + 0.5) * step);
        Open(html, chart, frame.Width, frame.Height);
        foreach (double tick in scale.Ticks)
        {
            html.Append(Inv($"<line class=\"grid\" x1=\"{left}\" x2=\"{right}\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\"/><text class=\"tick\" x=\"{left - 8}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{Format(tick, chart)}</text>"));
        }

        int every = Math.Max(1, (int)Math.Ceiling(LabelWidth / step));
        for (int i = chart.Categories.Count - 1; i >= 0; i -= every)
        {
            double half = chart.Categories[i].Length * DigitWidth / 2;
            html.Append(Inv($"<text class=\"tick\" x=\"{Math.Min(X(i), frame.Width - half):0.#}\" y=\"{floor + 20}\" text-anchor=\"middle\">{Inline.Escape(chart.Categories[i])}</text>"));
        }

        for (int s = 0; s < chart.Series.Count; s++)
        {
            if (chart.Kind == ChartKind.Line)
            {
                AppendLine(html, chart, s, step, X, Y);
            }
            else
            {
                AppendBars(html, chart, s, step, X, Y);
            }
        }

        html.Append(Inv($"<line class=\"axis\" x1=\"{left}\" x2=\"{right}\" y1=\"{Y(0):0.#}\" y2=\"{Y(0):0.#}\"/></svg>"));
    }

    private static void AppendLine(StringBuilder html, Chart chart, int s, double step, Func<int, double> x, Func<double, double> y)
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
        double radius = Math.Clamp(step / 3, 1.5, 3.5);
        html.Append("<path class=\"line s").Append(colour).Append("\" d=\"").Append(path).Append("\"/>");
        for (int i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is { } value)
            {
                html.Append(Inv($"<circle class=\"dot s{colour}\" cx=\"{x(i):0.#}\" cy=\"{y(value):0.#}\" r=\"{radius:0.#}\">"));
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
}
