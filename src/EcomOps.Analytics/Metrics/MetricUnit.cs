namespace EcomOps.Analytics.Metrics;

/// <summary>What a metric's number is.</summary>
public enum MetricUnit
{
    /// <summary>Amount in major units of the shop's currency.</summary>
    Money,

    /// <summary>Count.</summary>
    Count,

    /// <summary>Share or rate; 0.05 is five percent.</summary>
    Rate,

    /// <summary>Quotient of two amounts, for example return on ad spend.</summary>
    Multiple,
}
