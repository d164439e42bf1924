namespace EcomOps.Inventory.Ledger;

/// <summary>The queue of the writer is full, or the ledger is shutting down: nothing was changed. Repeat later.</summary>
public sealed record Busy : StockRefusal;
