namespace EcomOps.Inventory.Ledger;

/// <summary>Units that change their condition, for example after inspection.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="At">Code of the location.</param>
/// <param name="To">The new condition.</param>
/// <param name="Lines">At least one line.</param>
public sealed record ConditionChange(string Reference, string At, StockCondition To, IReadOnlyList<AccountLine> Lines) : StockDocument(Reference)
{
    internal override string KeyPrefix => "condition/";
}
