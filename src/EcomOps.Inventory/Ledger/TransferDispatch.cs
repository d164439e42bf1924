namespace EcomOps.Inventory.Ledger;

/// <summary>Goods that leave one location for another; they are in transit until a <see cref="TransferArrival"/> of the same reference.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="From">Location that sends.</param>
/// <param name="To">Location that will receive.</param>
/// <param name="Lines">At least one line.</param>
public sealed record TransferDispatch(string Reference, string From, string To, IReadOnlyList<AccountLine> Lines) : StockDocument(Reference)
{
    internal override string KeyPrefix => "transfer/";
}
