using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using NodaTime;

namespace EcomOps.Inventory.Costing;

/// <summary>Cost of one movement that left stock.</summary>
/// <param name="Sequence">Sequence of the movement.</param>
/// <param name="Kind">Kind of the movement; <see cref="MovementKind.Ship"/> is cost of goods sold, returns are negative.</param>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Units; negative for units that came back.</param>
/// <param name="Cost">Cost of all units, not rounded; null when no cost was ever known.</param>
/// <param name="EffectiveAt">Business time.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record CostOfGoods(long Sequence, MovementKind Kind, Sku Sku, long Quantity, Money? Cost, Instant EffectiveAt);
