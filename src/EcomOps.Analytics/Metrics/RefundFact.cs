using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>One returned line, booked on the day of the refund. A refund whose order is not among the facts counts too and is reported.</summary>
/// <param name="Id">Refund id; the same product twice in one refund is left out and reported unless <see cref="Line"/> differs.</param>
/// <param name="OrderId">Order; null when not known.</param>
/// <param name="At">When it was refunded.</param>
/// <param name="Sku">Product.</param>
/// <param name="Quantity">Units, 0 or more.</param>
/// <param name="Value">Refunded value of goods, 0 or more.</param>
public sealed record RefundFact(string Id, string? OrderId, Instant At, string Sku, long Quantity, Money Value)
{
    /// <summary>Line within the refund, for refunds that name one product twice; null when each product stands once.</summary>
    public int? Line { get; init; }

    /// <summary>Acquisition channel; null takes that of the order.</summary>
    public string? Channel { get; init; }

    /// <summary>Category of the product; null takes that of the order's line.</summary>
    public string? Category { get; init; }

    /// <summary>Segment of the customer; null takes that of the order.</summary>
    public string? Segment { get; init; }

    /// <summary>Country; null takes that of the order.</summary>
    public string? Country { get; init; }

    /// <summary>Where it was ordered; null takes that of the order.</summary>
    public string? SalesChannel { get; init; }

    /// <summary>Cost of one unit that went back into stock; null when it did not or is not known.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>Cost of handling, zero when there was none; null when not recorded. A refund of no units (goodwill) needs none.</summary>
    public Money? HandlingCost { get; init; }

    internal decimal? KnownHandlingCost => HandlingCost?.Amount ?? (Quantity == 0 ? 0 : null);
}
