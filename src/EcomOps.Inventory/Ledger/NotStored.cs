namespace EcomOps.Inventory.Ledger;

/// <summary>The store refused the batch for certain (full, read-only): nothing was changed, and the command may be repeated when the cause is mended.</summary>
/// <param name="Code">The store's code, for example <c>store_full</c>.</param>
/// <param name="Message">What happened.</param>
public sealed record NotStored(string Code, string Message) : StockRefusal;
