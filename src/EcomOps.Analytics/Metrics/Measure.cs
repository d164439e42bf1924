namespace EcomOps.Analytics.Metrics;

/// <summary>One figure of the facts, from which metrics are made.</summary>
/// <param name="Id">Stable snake_case id.</param>
/// <param name="Of">Its value in totals; null when the facts do not tell.</param>
/// <param name="Rollup">How several days come from their days.</param>
public sealed record Measure(string Id, Func<PeriodTotals, decimal?> Of, MeasureRollup Rollup = MeasureRollup.Sum)
{
    /// <summary>Adds two measures.</summary>
    /// <param name="left">First.</param>
    /// <param name="right">Second.</param>
    /// <returns>Their sum.</returns>
    public static MeasureSum operator +(Measure left, Measure right) => (MeasureSum)left + right;

    /// <summary>Takes a measure from another.</summary>
    /// <param name="left">Of which it is taken.</param>
    /// <param name="right">What is taken.</param>
    /// <returns>Their difference.</returns>
    public static MeasureSum operator -(Measure left, Measure right) => (MeasureSum)left - right;
}
