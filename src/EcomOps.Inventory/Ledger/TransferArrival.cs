namespace EcomOps.Inventory.Ledger;

/// <summary>Goods of a transfer that arrived.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="Transfer">Reference of the <see cref="TransferDispatch"/>.</param>
/// <param name="At">Code of the location.</param>
/// <param name="Lines">What arrived and in which condition it is booked.</param>
public sealed record TransferArrival(string Reference, string Transfer, string At, IReadOnlyList<AccountLine> Lines) : StockDocument(Reference)
{
    internal override string KeyPrefix => "arrival/";
}
