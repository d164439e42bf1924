namespace EcomOps.Analytics.Recommendations;

/// <summary>What merchandising rules may know of a customer; no name, no address.</summary>
/// <remarks>Immutable and thread-safe. What is unknown is null, and a rule about it does not apply: a visitor without a profile gets the model's own order.</remarks>
public sealed record ShopperProfile
{
    /// <summary>Segment, as the shop's RFM rule set names it ("Champions").</summary>
    public string? Segment { get; init; }

    /// <summary>Place among the customers by lifetime value, 0 (lowest) to 100 (highest).</summary>
    public int? ValuePercentile { get; init; }

    /// <summary>Share of the customer's units that were bought at a discount, 0 to 1: the sign of price sensitivity.</summary>
    public double? DiscountShare { get; init; }

    /// <summary>Orders before, 0 or more.</summary>
    public int? OrdersBefore { get; init; }
}
