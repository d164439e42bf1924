using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>Units of one item in one condition and lot.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Units; at least 1.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record AccountLine(Sku Sku, long Quantity)
{
    /// <summary>Condition of the units; sellable by default.</summary>
    public StockCondition Condition { get; init; }

    /// <summary>Lot or serial number, or null.</summary>
    public string? Lot { get; init; }
}
