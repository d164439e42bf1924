using NodaTime;

namespace EcomOps.Inventory.Stores;

/// <summary>One entry of the ledger's log as a store keeps it.</summary>
/// <param name="Sequence">Position in the log; starts at 1, without gaps when written.</param>
/// <param name="Kind">What it is, for filters and statistics; see <see cref="StoredEntryKind"/>.</param>
/// <param name="RecordedAt">When it was decided, to 100 ns.</param>
/// <param name="Key">Idempotency key, unique in the shard, or null.</param>
/// <param name="Payload">Content in the ledger's own binary form, which stores do not read.</param>
public readonly record struct StoredEntry(long Sequence, StoredEntryKind Kind, Instant RecordedAt, string? Key, ReadOnlyMemory<byte> Payload);
