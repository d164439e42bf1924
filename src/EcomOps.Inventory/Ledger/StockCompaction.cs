namespace EcomOps.Inventory.Ledger;

/// <summary>What a compaction did.</summary>
/// <param name="SnapshotSequence">Sequence that the new snapshot covers.</param>
/// <param name="KeysForgotten">Idempotency keys that were older than the retention.</param>
/// <param name="EntriesRemoved">Entries of closed business that moved no units and are gone; movements always stay.</param>
public sealed record StockCompaction(long SnapshotSequence, long KeysForgotten, long EntriesRemoved);
