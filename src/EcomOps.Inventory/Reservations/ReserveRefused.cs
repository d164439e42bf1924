using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Reservations;

/// <summary>The request could not be judged by availability.</summary>
/// <param name="Refusal">Why.</param>
public sealed record ReserveRefused(StockRefusal Refusal) : ReserveOutcome;
