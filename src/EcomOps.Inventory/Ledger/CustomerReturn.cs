namespace EcomOps.Inventory.Ledger;

/// <summary>Goods that came back from a customer.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="At">Code of the location.</param>
/// <param name="Lines">At least one line.</param>
public sealed record CustomerReturn(string Reference, string At, IReadOnlyList<ReturnLine> Lines) : StockDocument(Reference)
{
    /// <summary>Condition in which the units are booked; quarantine by default.</summary>
    public StockCondition Condition { get; init; } = StockCondition.Quarantine;

    internal override string KeyPrefix => "return/";
}
