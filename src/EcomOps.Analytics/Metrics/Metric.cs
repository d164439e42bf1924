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

    /// <summary>A conversion metric of the shop's own, which only events can tell (<see cref="ConversionReport"/>): its value from totals is null.</summary>
    /// <param name="id">Stable snake_case id.</param>
    /// <param name="name">Name in reports.</param>
    /// <param name="definition">Definition with its basis, as reports print it.</param>
    /// <param name="spec">What it counts.</param>
    /// <returns>The metric; a rise is good but for <see cref="ConversionSpec.IsComplement"/>.</returns>
    public static Metric OfConversion(string id, string name, string definition, ConversionSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new(id, name, MetricKind.Conversion, MetricUnit.Rate, definition, !spec.IsComplement, _ => null) { Conversion = spec };
    }
}
