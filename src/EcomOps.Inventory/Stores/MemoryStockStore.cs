using EcomOps.Inventory.Stores.Internal;
using NodaTime;

namespace EcomOps.Inventory.Stores;

/// <summary>Keeps logs in memory: for tests, simulations and runs that need no durability. Thread-safe.</summary>
public sealed class MemoryStockStore : IStockStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Log> _logs = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public bool IsShared => false;

    /// <inheritdoc />
    public ValueTask<AppendOutcome> AppendAsync(StockBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_gate)
        {
            Log log = Of(batch.Shard);
            if (log.Last != batch.ExpectedSequence)
            {
                return new(SequenceConflict.Instance);
            }

            log.Entries.AddRange(batch.Entries);
            log.Last = batch.LastSequence;
            log.Hashes.Add(new(batch.ExpectedSequence + 1, log.Last, batch.Hash));
            return new(Appended.Instance);
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Pages<StoredEntry> entries = Of(shard).Entries;
            int first = FirstAfter(entries, afterSequence);
            return new(entries.Range(first, Math.Min(limit, entries.Count - first)));
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEntry>> ReadKeyedAsync(string shard, long afterSequence, long throughSequence, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Pages<StoredEntry> entries = Of(shard).Entries;
            var keyed = new List<StoredEntry>();
            for (int i = FirstAfter(entries, afterSequence); i < entries.Count && entries[i].Sequence <= throughSequence && keyed.Count < limit; i++)
            {
                if (entries[i].Key is not null)
                {
                    keyed.Add(entries[i]);
                }
            }

            return new(keyed);
        }
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredBatchHash>> ReadHashesAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            List<StoredBatchHash> hashes = Of(shard).Hashes;
            int first = FirstAfter(hashes, afterSequence);
            return new(hashes.GetRange(first, Math.Min(limit, hashes.Count - first)));
        }
    }

    /// <inheritdoc />
    public ValueTask<StoredSnapshot?> ReadSnapshotAsync(string shard, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(Of(shard).Snapshot);
        }
    }

    /// <inheritdoc />
    public ValueTask WriteSnapshotAsync(string shard, StoredSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        lock (_gate)
        {
            Log log = Of(shard);
            log.Snapshot = log.Snapshot is { } old && old.Sequence > snapshot.Sequence ? old : snapshot;
            return default;
        }
    }

    /// <inheritdoc />
    public ValueTask<long> PurgeKeysAsync(string shard, Instant recordedBefore, long throughSequence, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Pages<StoredEntry> entries = Of(shard).Entries;
            long purged = 0;
            for (int i = 0; i < entries.Count && entries[i].Sequence <= throughSequence; i++)
            {
                if (entries[i].Key is not null && entries[i].RecordedAt < recordedBefore)
                {
                    entries[i] = entries[i] with { Key = null };
                    purged++;
                }
            }

            return new(purged);
        }
    }

    /// <inheritdoc />
    public ValueTask<long> CompactAsync(string shard, long throughSequence, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Log log = Of(shard);
            long through = Math.Min(throughSequence, log.Snapshot?.Sequence ?? 0);
            return new(log.Entries.RemoveAll(e => e.Sequence <= through && e.Key is null && e.Kind is not (StoredEntryKind.Movement or StoredEntryKind.Definition)));
        }
    }

    /// <inheritdoc />
    public ValueTask<long> ReadCursorAsync(string shard, string consumer, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(Of(shard).Cursors.GetValueOrDefault(consumer));
        }
    }

    /// <inheritdoc />
    public ValueTask WriteCursorAsync(string shard, string consumer, long sequence, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Of(shard).Cursors[consumer] = sequence;
            return default;
        }
    }

    /// <summary>Does nothing: the content stays as long as the object, so that a ledger can be opened on it again.</summary>
    public ValueTask DisposeAsync() => default;

    private static int FirstAfter(Pages<StoredEntry> entries, long sequence)
    {
        int low = 0;
        int high = entries.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = entries[middle].Sequence <= sequence ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int FirstAfter(List<StoredBatchHash> hashes, long sequence)
    {
        int low = 0;
        int high = hashes.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = hashes[middle].LastSequence <= sequence ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private Log Of(string shard)
    {
        if (!_logs.TryGetValue(shard, out Log? log))
        {
            _logs.Add(shard, log = new Log());
        }

        return log;
    }

    private sealed class Log
    {
        public Pages<StoredEntry> Entries { get; } = new();

        public List<StoredBatchHash> Hashes { get; } = [];

        public Dictionary<string, long> Cursors { get; } = new(StringComparer.Ordinal);

        public StoredSnapshot? Snapshot { get; set; }

        public long Last { get; set; }
    }
}
