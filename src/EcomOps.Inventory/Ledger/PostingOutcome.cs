namespace EcomOps.Inventory.Ledger;

/// <summary>Answer to posting a document: <see cref="Posted"/> or <see cref="PostingRefused"/>. Closed hierarchy.</summary>
public abstract record PostingOutcome
{
    private protected PostingOutcome()
    {
    }
}
