namespace EcomOps.Inventory.Stores;

/// <summary>What a copy of a ledger's log holds.</summary>
/// <param name="Sequence">Last sequence that is in the copy.</param>
/// <param name="Batches">Batches that were added by this run.</param>
/// <param name="Entries">Entries that were added by this run.</param>
/// <param name="SnapshotSequence">Sequence of the snapshot in the copy; 0 for none.</param>
public sealed record StockCopy(long Sequence, long Batches, long Entries, long SnapshotSequence);
