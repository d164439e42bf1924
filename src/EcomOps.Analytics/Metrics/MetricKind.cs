namespace EcomOps.Analytics.Metrics;

/// <summary>How a metric is made from facts; the words of dbt's MetricFlow.</summary>
public enum MetricKind
{
    /// <summary>One measure, added up.</summary>
    Simple,

    /// <summary>Sum over sum; never a mean of ratios.</summary>
    Ratio,

    /// <summary>Made from other metrics.</summary>
    Derived,

    /// <summary>Over days of its own (<see cref="MetricSpan"/>) or a customer's whole history, and not only the period.</summary>
    Cumulative,

    /// <summary>Share of one event's entities that go on to another.</summary>
    Conversion,
}
