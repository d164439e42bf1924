namespace EcomOps.Inventory.Ledger;

/// <summary>Units that are thrown away.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="At">Code of the location.</param>
/// <param name="Lines">At least one line.</param>
public sealed record Scrapping(string Reference, string At, IReadOnlyList<AccountLine> Lines) : StockDocument(Reference)
{
    internal override string KeyPrefix => "scrap/";
}
