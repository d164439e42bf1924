using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Reservations;

/// <summary>The change was refused; nothing was changed.</summary>
/// <param name="Refusal">Why.</param>
public sealed record ClaimRefused(StockRefusal Refusal) : ClaimOutcome;
