using EcomOps.Core;

namespace EcomOps.Inventory.Reservations;

/// <summary>One wanted item of a basket. Several lines of one item are summed before they are checked.</summary>
/// <param name="Sku">The item, or a kit.</param>
/// <param name="Quantity">Units; at least 1.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ReservationLine(Sku Sku, long Quantity)
{
    /// <summary>Pool or location to draw on; null for the request's.</summary>
    public string? Pool { get; init; }
}
