namespace EcomOps.Inventory.Ledger;

/// <summary>Stock that was there when the ledger began.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="At">Code of the location.</param>
/// <param name="Lines">At least one line.</param>
public sealed record OpeningStock(string Reference, string At, IReadOnlyList<ReceiptLine> Lines) : StockDocument(Reference)
{
    internal override string KeyPrefix => "opening/";
}
