namespace EcomOps.Analytics.Metrics;

/// <summary>A metric as measures: a sum, or one sum over another.</summary>
/// <param name="Top">The sum, or what stands above the line.</param>
/// <param name="Bottom">What stands below the line; null for a plain sum.</param>
public sealed record MetricFormula(MeasureSum Top, MeasureSum? Bottom = null)
{
    /// <summary>Measures that the metric needs.</summary>
    public IEnumerable<Measure> Measures => Top.Terms.Concat(Bottom?.Terms ?? []).Select(t => t.Measure).Distinct();

    /// <summary>The value, given that of each measure.</summary>
    /// <param name="of">Value of a measure; null when it is not known.</param>
    /// <returns>The value; null when a measure is not known or the denominator is zero.</returns>
    public decimal? Value(Func<Measure, decimal?> of) => Bottom is null ? Top.Value(of) : Bottom.Value(of) is { } bottom and not 0 ? Top.Value(of) / bottom : null;

    /// <summary>The value from totals.</summary>
    /// <param name="totals">Totals.</param>
    /// <returns>The value; null when a measure is not known or the denominator is zero.</returns>
    public decimal? Value(PeriodTotals totals) => Value(m => m.Of(totals));
}
