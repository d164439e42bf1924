namespace EcomOps.Inventory.Ledger;

/// <summary>Nothing was booked.</summary>
/// <param name="Refusal">Why.</param>
public sealed record PostingRefused(StockRefusal Refusal) : PostingOutcome;
