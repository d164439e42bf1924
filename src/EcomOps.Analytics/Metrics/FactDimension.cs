namespace EcomOps.Analytics.Metrics;

/// <summary>Dimensions that metrics can be split by.</summary>
public enum FactDimension
{
    /// <summary>Channel of the order.</summary>
    Channel,

    /// <summary>Category of the line.</summary>
    Category,

    /// <summary>Segment of the customer.</summary>
    Segment,
}
