namespace EcomOps.Inventory.Channels;

/// <summary>What one pass of a synchroniser did.</summary>
/// <param name="Published">Values that were set on the channel.</param>
/// <param name="Unchanged">Items that were touched but show the same as before, or whose changes cancelled out.</param>
/// <param name="Failed">Items whose value could not be set; they are tried again in the next pass.</param>
/// <param name="Sales">Sales taken into the ledger for the first time.</param>
/// <param name="RepeatedSales">Sales that had been taken before.</param>
/// <param name="Conflicts">Disagreements found.</param>
public sealed record ChannelSyncReport(int Published, int Unchanged, int Failed, int Sales, int RepeatedSales, IReadOnlyList<ChannelConflict> Conflicts)
{
    /// <summary>Items whose change waits for the end of the coalescing window; a later pass publishes their last value.</summary>
    public int Waiting { get; init; }
}
