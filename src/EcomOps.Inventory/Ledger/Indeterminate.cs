namespace EcomOps.Inventory.Ledger;

/// <summary>The store did not answer, so it is unknown whether the command was stored. Repeat it with the same key: it takes effect at most once and then gives its answer.</summary>
/// <param name="Message">What happened.</param>
public sealed record Indeterminate(string Message) : StockRefusal;
