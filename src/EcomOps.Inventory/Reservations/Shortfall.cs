using EcomOps.Core;

namespace EcomOps.Inventory.Reservations;

/// <summary>An item of which there was not enough.</summary>
/// <param name="Sku">The item; of a kit, the component.</param>
/// <param name="Pool">The pool it was asked of.</param>
/// <param name="Wanted">Units wanted, all lines of the basket together.</param>
/// <param name="Available">Units that could be claimed, backorder limit included; 0 or more.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record Shortfall(Sku Sku, string Pool, long Wanted, long Available);
