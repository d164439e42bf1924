namespace EcomOps.Inventory.Stores;

/// <summary>Entries that become durable together or not at all.</summary>
/// <param name="Shard">Name of the ledger within the store.</param>
/// <param name="ExpectedSequence">Sequence of the last entry that the writer knows; 0 for an empty log.</param>
/// <param name="Entries">At least one entry from a ledger; sequences follow <paramref name="ExpectedSequence"/> without a gap. A copy of a compacted log has gaps, or none left at all.</param>
/// <param name="Hash">SHA-256 over the previous batch's hash and the entries, 32 bytes.</param>
public sealed record StockBatch(string Shard, long ExpectedSequence, IReadOnlyList<StoredEntry> Entries, ReadOnlyMemory<byte> Hash)
{
    /// <summary>Last sequence of the batch, which the next batch expects: by default that of the last entry; a copy says it, since compaction may have removed that entry.</summary>
    public long LastSequence { get; init; } = Entries.Count > 0 ? Entries[^1].Sequence : ExpectedSequence;
}
