using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>One item of a return.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Units; at least 1.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ReturnLine(Sku Sku, long Quantity)
{
    /// <summary>Lot or serial number, or null.</summary>
    public string? Lot { get; init; }

    /// <summary>Cost of one unit at which it re-enters stock; null for the cost at which the item left last.</summary>
    public Money? UnitCost { get; init; }
}
