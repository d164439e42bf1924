using EcomOps.Core;

namespace EcomOps.Inventory.Kits;

/// <summary>One component of a kit.</summary>
/// <param name="Sku">The component; an ordinary item, not itself a kit.</param>
/// <param name="Quantity">Units in one kit; at least 1.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record KitComponent(Sku Sku, long Quantity);
