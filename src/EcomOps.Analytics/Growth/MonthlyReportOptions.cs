using EcomOps.Analytics.Metrics;

namespace EcomOps.Analytics.Growth;

/// <summary>What a monthly report takes besides the facts.</summary>
public sealed record MonthlyReportOptions
{
    /// <summary>Expected margin of a new customer; null when not known, then there is no LTV:CAC.</summary>
    public LifetimeMargin? Ltv { get; init; }

    /// <summary>Targets by metric id.</summary>
    public IReadOnlyDictionary<string, decimal>? Targets { get; init; }

    /// <summary>Most products in each ranking, 0 or more.</summary>
    public int Products { get; init; } = 10;

    /// <summary>Ids of the metrics whose days are looked at for anomalies.</summary>
    public IReadOnlyList<string> Watched { get; init; } = ["net_sales", "orders", "aov", "returns", "new_customers", "sessions", "conversion_rate", "marketing_spend"];

    /// <summary>How unusual days are told; the defaults when null.</summary>
    public AnomalyOptions? Anomalies { get; init; }
}
