namespace EcomOps.Inventory.Ledger;

/// <summary>Takes back one movement completely.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="Sequence">Sequence of the movement.</param>
public sealed record Reversal(string Reference, long Sequence) : StockDocument(Reference)
{
    internal override string KeyPrefix => "reversal/";
}
