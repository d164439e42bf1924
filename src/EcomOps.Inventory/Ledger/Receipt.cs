namespace EcomOps.Inventory.Ledger;

/// <summary>Goods that came in from a supplier.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="At">Code of the location.</param>
/// <param name="Lines">At least one line.</param>
public sealed record Receipt(string Reference, string At, IReadOnlyList<ReceiptLine> Lines) : StockDocument(Reference)
{
    /// <summary>Condition in which the units are booked; sellable by default.</summary>
    public StockCondition Condition { get; init; } = StockCondition.Sellable;

    /// <summary>Reference of the expected supply that this receipt fulfils, or null.</summary>
    public string? Against { get; init; }

    internal override string KeyPrefix => "receipt/";
}
