namespace EcomOps.Analytics.Metrics;

/// <summary>Dimensions that metrics can be split by.</summary>
public enum FactDimension
{
    /// <summary>Acquisition channel of the order, spelled as on spend and sessions.</summary>
    Channel,

    /// <summary>Category of the line.</summary>
    Category,

    /// <summary>Segment of the customer.</summary>
    Segment,

    /// <summary>Country of destination.</summary>
    Country,

    /// <summary>Where the order was placed (web shop, marketplace, store).</summary>
    SalesChannel,
}
