using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>An order as it was placed.</summary>
/// <param name="Id">The shop's order or invoice number.</param>
/// <param name="PlacedAt">When it was placed: the time of its first line.</param>
/// <param name="Lines">Its product lines, in the order of the source; at least one.</param>
public sealed record ShopOrder(string Id, Instant PlacedAt, IReadOnlyList<ShopOrderLine> Lines)
{
    /// <summary>Who ordered; null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Country of destination as the source writes it; null if it holds none.</summary>
    public string? CountryName { get; init; }

    /// <summary>Country of destination as a code; null if the name has none.</summary>
    public CountryCode? Country { get; init; }

    /// <summary>State, province or region of destination; null if unknown.</summary>
    public string? Region { get; init; }

    /// <summary>Where it goes; null if unknown.</summary>
    public GeoPoint? Destination { get; init; }

    /// <summary>Sales channel ("web", "marketplace"); null if unknown.</summary>
    public string? Channel { get; init; }

    /// <summary>Shipping tier that the customer chose ("standard", "express"); null if unknown.</summary>
    public string? ShippingTier { get; init; }

    /// <summary>Charged for shipping, in the shop's currency; null if unknown.</summary>
    public Money? ShippingCharged { get; init; }

    /// <summary>Promotion that applied; null for none.</summary>
    public string? PromotionId { get; init; }

    /// <summary>What became of it in the warehouse; null if unknown.</summary>
    public ShipmentRecord? Shipment { get; init; }

    /// <summary>What fraud screening may know of it; null if unknown.</summary>
    public OrderRiskFacts? Risk { get; init; }
}
