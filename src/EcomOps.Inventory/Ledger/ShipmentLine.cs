using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>One item of a shipment.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Units; at least 1.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ShipmentLine(Sku Sku, long Quantity)
{
    /// <summary>Lot or serial to take, or null to pick by the item's strategy.</summary>
    public string? Lot { get; init; }
}
