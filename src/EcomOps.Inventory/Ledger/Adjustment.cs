namespace EcomOps.Inventory.Ledger;

/// <summary>Correction of the book to what is there. Give a <see cref="StockDocument.Reason"/>.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="At">Code of the location.</param>
/// <param name="Lines">At least one line.</param>
public sealed record Adjustment(string Reference, string At, IReadOnlyList<AdjustmentLine> Lines) : StockDocument(Reference)
{
    internal override string KeyPrefix => "adjustment/";
}
