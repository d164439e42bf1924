using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>One double-entry line: it takes units of an item from one account and adds them to another.</summary>
/// <param name="Sku">The item.</param>
/// <param name="From">Account that loses the units.</param>
/// <param name="To">Account that gains them.</param>
/// <param name="Quantity">Units in the item's stock unit; at least 1.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record MovementLine(Sku Sku, StockAccount From, StockAccount To, long Quantity)
{
    /// <summary>Cost of one unit, where the line brings value into stock; null when unknown.</summary>
    public Money? UnitCost { get; init; }
}
