namespace EcomOps.Inventory.Ledger;

/// <summary>The key was used before with other content.</summary>
/// <param name="Key">The key.</param>
/// <param name="Sequence">Sequence of the first use.</param>
public sealed record IdempotencyConflict(string Key, long Sequence) : StockRefusal;
