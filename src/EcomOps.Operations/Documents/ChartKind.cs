namespace EcomOps.Operations.Documents;

/// <summary>The form of a <see cref="Chart"/>.</summary>
public enum ChartKind
{
    /// <summary>A line per series over ordered categories or dates.</summary>
    Line,

    /// <summary>Vertical bars, series side by side.</summary>
    Bar,

    /// <summary>Horizontal bars of one series, for long names.</summary>
    HorizontalBar,

    /// <summary>Steps of a funnel: one series, each value at most its predecessor.</summary>
    Funnel,

    /// <summary>From a sum to a sum: horizontal bars of one series, each beginning where the one before ended (<see cref="Chart.Sums"/>).</summary>
    Waterfall,

    /// <summary>Matrix: one series per row, category per column, values in [0, 1] shown as shades.</summary>
    Heatmap,
}
