namespace EcomOps.Inventory.Ledger;

/// <summary>State of a ledger's writer.</summary>
/// <param name="Sequence">Last entry that is known.</param>
/// <param name="Waiting">Commands that wait for the writer.</param>
/// <param name="Capacity">Most commands that may wait.</param>
/// <param name="LastFailure">What the store last failed with, or null since it last succeeded.</param>
public sealed record StockHealth(long Sequence, int Waiting, int Capacity, string? LastFailure)
{
    /// <summary>Whether the store answers and the queue has room.</summary>
    public bool IsHealthy => LastFailure is null && Waiting < Capacity;
}
