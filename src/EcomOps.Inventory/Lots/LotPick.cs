using EcomOps.Core;

namespace EcomOps.Inventory.Lots;

/// <summary>Units to take from one lot at one location.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Location">The location.</param>
/// <param name="Lot">The lot or serial, or null for units without one.</param>
/// <param name="Quantity">Units; at least 1.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record LotPick(Sku Sku, string Location, string? Lot, long Quantity);
