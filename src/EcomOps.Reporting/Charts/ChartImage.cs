using System.Globalization;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Charts.Internal;
using ScottPlot;

namespace EcomOps.Reporting.Charts;

/// <summary>Draws a <see cref="Chart"/> as a picture file. The font is bundled, so the same chart gives the same picture on every machine.</summary>
/// <remarks>Thread-safe: drawing is serialised, because the plotting library keeps its fonts in static state.</remarks>
public static class ChartImage
{
    /// <summary>Default width in pixels.</summary>
    public const int DefaultWidth = 900;

    /// <summary>Default height in pixels.</summary>
    public const int DefaultHeight = 420;

    private static readonly Lock Gate = new();

    /// <summary>The chart as PNG.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="width">Pixels; 200 or more.</param>
    /// <param name="height">Pixels; 150 or more.</param>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The picture is too small to be read.</exception>
    public static byte[] Png(Chart chart, int width = DefaultWidth, int height = DefaultHeight)
    {
        lock (Gate)
        {
            using Plot plot = Build(chart, width, height);
            return plot.GetImageBytes(width, height, ImageFormat.Png);
        }
    }

    /// <summary>The chart as SVG.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="width">Pixels; 200 or more.</param>
    /// <param name="height">Pixels; 150 or more.</param>
    /// <returns>The SVG document.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The picture is too small to be read.</exception>
    public static string Svg(Chart chart, int width = DefaultWidth, int height = DefaultHeight)
    {
        lock (Gate)
        {
            using Plot plot = Build(chart, width, height);
            return plot.GetSvgXml(width, height);
        }
    }

    private static Plot Build(Chart chart, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 150);
        BundledFont.Register();
        var plot = new Plot();
        plot.Title(chart.Title, 15);
        plot.Font.Set(BundledFont.Family);
        switch (chart.Kind)
        {
            case ChartKind.Line:
                Lines(plot, chart);
                break;
            case ChartKind.Bar:
                Bars(plot, chart);
                break;
            case ChartKind.HorizontalBar:
            case ChartKind.Funnel:
                HorizontalBars(plot, chart);
                break;
            case ChartKind.Waterfall:
                Waterfall(plot, chart);
                break;
            case ChartKind.Heatmap:
                Heatmap(plot, chart);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(chart), chart.Kind, "Unknown kind of chart.");
        }

        return plot;
    }

    private static void Lines(Plot plot, Chart chart)
    {
        for (int s = 0; s < chart.Series.Count; s++)
        {
            IReadOnlyList<double?> values = chart.Series[s].Values;
            double[] xs = [.. Enumerable.Range(0, values.Count).Select(i => (double)i)];
            double[] ys = [.. values.Select(v => v ?? double.NaN)];
            var line = plot.Add.Scatter(xs, ys, Color.FromHex(Palette.Of(s)));
            line.LineWidth = 2;
            line.MarkerSize = values.Count > 40 ? 0 : 5;
            line.LegendText = chart.Series[s].Name;
        }

        BottomTicks(plot, chart.Categories);
        ValueAxis(plot.Axes.Left, chart);
        FromZeroWhenPositive(plot, chart);
        Legend(plot, chart);
    }

    private static void Bars(Plot plot, Chart chart)
    {
        double size = 0.8 / chart.Series.Count;
        for (int s = 0; s < chart.Series.Count; s++)
        {
            var bars = plot.Add.Bars(chart.Series[s].Values.Select((v, i) => new ScottPlot.Bar
            {
                Position = i + ((s - ((chart.Series.Count - 1) / 2.0)) * size),
                Value = v ?? 0,
                Size = size * 0.92,
                FillColor = Color.FromHex(Palette.Of(s)),
                LineWidth = 0,
            }).ToArray());
            bars.LegendText = chart.Series[s].Name;
        }

        BottomTicks(plot, chart.Categories);
        ValueAxis(plot.Axes.Left, chart);
        plot.Axes.Margins(bottom: chart.Series.All(s => s.Values.All(v => v is null or >= 0)) ? 0 : 0.1);
        Legend(plot, chart);
    }

    private static void HorizontalBars(Plot plot, Chart chart)
    {
        IReadOnlyList<double?> values = chart.Series[0].Values;
        int n = values.Count;
        var bars = plot.Add.Bars(values.Select((v, i) => new ScottPlot.Bar
        {
            Position = n - 1 - i,
            Value = v ?? 0,
            Size = chart.Kind == ChartKind.Funnel ? 0.9 : 0.7,
            Orientation = Orientation.Horizontal,
            FillColor = Color.FromHex(Palette.Of(0)),
            LineWidth = 0,
            ValueLabel = v is { } value ? value.ToString(chart.Format, CultureInfo.InvariantCulture) : "–",
        }).ToArray());
        bars.ValueLabelStyle.FontName = BundledFont.Family;
        RowNames(plot, chart);
        plot.Axes.Margins(left: 0, right: 0.18);
    }

    private static void Waterfall(Plot plot, Chart chart)
    {
        IReadOnlyList<WaterfallStep> steps = WaterfallStep.Of(chart);
        plot.Add.Bars(steps.Select((step, i) => new ScottPlot.Bar
        {
            Position = steps.Count - 1 - i,
            ValueBase = step.From,
            Value = step.To,
            Size = 0.7,
            Orientation = Orientation.Horizontal,
            FillColor = Color.FromHex(Palette.Of(step.IsSum ? 0 : step.To < step.From ? 1 : 2)),
            LineWidth = 0,
        }).ToArray());

        // A bar's own label stands at its end, which of a loss lies inside the bar before: written beside the longer end instead.
        for (int i = 0; i < steps.Count; i++)
        {
            string written = chart.Series[0].Values[i] is { } value ? value.ToString(chart.Format, CultureInfo.InvariantCulture) : "–";
            var label = plot.Add.Text(written, Math.Max(steps[i].From, steps[i].To), steps.Count - 1 - i);
            label.LabelFontName = BundledFont.Family;
            label.LabelAlignment = Alignment.MiddleLeft;
            label.OffsetX = 5;
        }

        RowNames(plot, chart);
        plot.Axes.Margins(left: steps.Any(s => Math.Min(s.From, s.To) < 0) ? 0.05 : 0, right: 0.18);
    }

    private static void RowNames(Plot plot, Chart chart)
    {
        int n = chart.Categories.Count;
        plot.Axes.Left.SetTicks([.. Enumerable.Range(0, n).Select(i => (double)(n - 1 - i))], [.. chart.Categories]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        ValueAxis(plot.Axes.Bottom, chart);
    }

    private static void Heatmap(Plot plot, Chart chart)
    {
        int rows = chart.Series.Count;
        int columns = chart.Categories.Count;
        var cells = new double[rows, columns];
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                cells[r, c] = chart.Series[r].Values[c] ?? double.NaN;
            }
        }

        // A map without a single value has no range to colour: its axes are drawn alone.
        if (cells.Cast<double>().Any(double.IsFinite))
        {
            var map = plot.Add.Heatmap(cells);
            map.Colormap = new ScottPlot.Colormaps.CustomInterpolated([Color.FromHex("#F1F6FB"), Color.FromHex("#6BAED6"), Color.FromHex("#08306B")]);
            map.NaNCellColor = Colors.White;
            map.ManualRange = new(0, Math.Max(1e-9, cells.Cast<double>().Where(double.IsFinite).Max()));
        }

        if (rows * columns <= 260)
        {
            Label(plot, chart, rows, columns);
        }

        plot.Axes.Left.SetTicks([.. Enumerable.Range(0, rows).Select(r => (double)(rows - 1 - r))], [.. chart.Series.Select(s => s.Name)]);
        BottomTicks(plot, chart.Categories);
        plot.Axes.Margins(0, 0);
        plot.HideGrid();
    }

    private static void Label(Plot plot, Chart chart, int rows, int columns)
    {
        double max = chart.Series.SelectMany(s => s.Values).Max() ?? 1;
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                if (chart.Series[r].Values[c] is { } value)
                {
                    var text = plot.Add.Text(value.ToString(chart.Format, CultureInfo.InvariantCulture), c, rows - 1 - r);
                    text.LabelFontName = BundledFont.Family;
                    text.LabelFontSize = 9;
                    text.LabelAlignment = Alignment.MiddleCenter;
                    text.LabelFontColor = value > max * 0.55 ? Colors.White : Colors.Black;
                }
            }
        }
    }

    private static void BottomTicks(Plot plot, IReadOnlyList<string> categories)
    {
        int step = Math.Max(1, (int)Math.Ceiling(categories.Count / 14.0));
        int[] shown = [.. Enumerable.Range(0, categories.Count).Where(i => i % step == 0)];
        plot.Axes.Bottom.SetTicks([.. shown.Select(i => (double)i)], [.. shown.Select(i => categories[i])]);
        if (shown.Any(i => categories[i].Length > 8) && shown.Length > 6)
        {
            plot.Axes.Bottom.TickLabelStyle.Rotation = -35;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
        }
    }

    private static void ValueAxis(IAxis axis, Chart chart) =>
        axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = value => value.ToString(chart.Format, CultureInfo.InvariantCulture) };

    private static void FromZeroWhenPositive(Plot plot, Chart chart)
    {
        double[] values = [.. chart.Series.SelectMany(s => s.Values).OfType<double>()];
        if (values.Length > 0 && values.Min() >= 0)
        {
            plot.Axes.SetLimitsY(0, Math.Max(values.Max() * 1.08, double.Epsilon));
        }
    }

    private static void Legend(Plot plot, Chart chart)
    {
        if (chart.Series.Count > 1)
        {
            plot.ShowLegend(Edge.Bottom).Legend.Orientation = Orientation.Horizontal;
            plot.Legend.FontName = BundledFont.Family;
        }
        else
        {
            plot.HideLegend();
        }
    }
}
