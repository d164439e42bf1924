using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>One returned line, booked on the day of the refund.</summary>
/// <param name="Id">Refund id.</param>
/// <param name="OrderId">Order; null when not known.</param>
/// <param name="At">When it was refunded.</param>
/// <param name="Sku">Product.</param>
/// <param name="Quantity">Units, 0 or more.</param>
/// <param name="Value">Refunded value of goods, 0 or more.</param>
public sealed record RefundFact(string Id, string? OrderId, Instant At, string Sku, long Quantity, Money Value)
{
    /// <summary>Channel of the order; null when not known.</summary>
    public string? Channel { get; init; }

    /// <summary>Category of the product; null when not known.</summary>
    public string? Category { get; init; }

    /// <summary>Cost of one unit that went back into stock; null when it did not or is not known.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>Cost of handling; null when not known.</summary>
    public Money? HandlingCost { get; init; }
}
