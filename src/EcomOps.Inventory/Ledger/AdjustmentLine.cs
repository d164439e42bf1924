using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>One correction.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Difference in units: positive for units found, negative for units missing; not 0.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record AdjustmentLine(Sku Sku, long Quantity)
{
    /// <summary>Condition; sellable by default.</summary>
    public StockCondition Condition { get; init; }

    /// <summary>Lot or serial number, or null.</summary>
    public string? Lot { get; init; }

    /// <summary>Cost of one unit found, or null.</summary>
    public Money? UnitCost { get; init; }
}
