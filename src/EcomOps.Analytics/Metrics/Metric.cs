namespace EcomOps.Analytics.Metrics;

/// <summary>One metric with the text that defines it.</summary>
/// <param name="Id">Stable snake_case id.</param>
/// <param name="Name">Name in reports.</param>
/// <param name="Kind">How it is made.</param>
/// <param name="Unit">What its number is.</param>
/// <param name="Definition">Definition with its basis, as reports print it.</param>
/// <param name="HigherIsBetter">Whether a rise is good; null when neither is.</param>
/// <param name="Compute">Value from totals; null when the facts do not tell or a denominator is zero.</param>
public sealed record Metric(string Id, string Name, MetricKind Kind, MetricUnit Unit, string Definition, bool? HigherIsBetter, Func<PeriodTotals, decimal?> Compute)
{
    /// <summary>The metric as measures, so that it can be made from daily figures; null when only <see cref="Compute"/> knows how.</summary>
    public MetricFormula? Formula { get; init; }

    /// <summary>Days over which a cumulative metric sums; null for the period itself.</summary>
    public MetricSpan? Span { get; init; }

    /// <summary>Entity, events and window of a conversion metric; null for the others.</summary>
    public ConversionSpec? Conversion { get; init; }
}
