using EcomOps.Core;

namespace EcomOps.Inventory.Costing;

/// <summary>Value of an item in stock.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Units in stock, in transit included.</param>
/// <param name="Value">Their cost, not rounded; null when no cost was ever known.</param>
/// <param name="UnitsWithoutCost">Units among them whose cost is unknown and counts as 0.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record InventoryValue(Sku Sku, long Quantity, Money? Value, long UnitsWithoutCost);
