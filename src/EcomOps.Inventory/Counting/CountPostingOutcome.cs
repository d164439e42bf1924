namespace EcomOps.Inventory.Counting;

/// <summary>Answer to the booking of a count: <see cref="CountPosted"/>, <see cref="CountUnsettled"/>, <see cref="ApprovalNeeded"/> or <see cref="CountRefused"/>. Closed hierarchy.</summary>
public abstract record CountPostingOutcome
{
    private protected CountPostingOutcome()
    {
    }
}
