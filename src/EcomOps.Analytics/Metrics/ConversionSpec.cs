using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>What a conversion metric counts: entities with a base event that go on to a conversion event within a window; the words of dbt's MetricFlow.</summary>
/// <param name="Entity">What is counted once ("session", "visitor", "customer").</param>
/// <param name="BaseEvent">Event that makes an entity count below the line.</param>
/// <param name="ConversionEvent">Event that makes it count above the line.</param>
/// <param name="Window">Longest time from the base to the conversion, inclusive, 0 or more; null for the entity's whole life (a session's end).</param>
public sealed record ConversionSpec(string Entity, string BaseEvent, string ConversionEvent, Duration? Window = null)
{
    /// <summary>Properties whose values must be the same on both events (say <c>sku</c>: who buys what was looked at); an event that lacks one converts nothing.</summary>
    public IReadOnlyList<string> ConstantProperties { get; init; } = [];

    /// <summary>What is counted; the entity once by default.</summary>
    public ConversionCounting Counting { get; init; }

    /// <summary>Which base a conversion is credited to; the last before it by default, as in MetricFlow.</summary>
    public ConversionAttribution Attribution { get; init; }

    /// <summary>Whether the metric is the share that did not convert, as for abandonment.</summary>
    public bool IsComplement { get; init; }
}
