using EcomOps.Core;
using NodaTime;

namespace EcomOps.Inventory.Stores.Tests;

/// <summary>A memory store whose answers get lost after the work was done, or that is full.</summary>
public sealed class TroubledStore : IStockStore
{
    private readonly MemoryStockStore _inner = new();

    /// <summary>Appends whose answer is still to be lost; the first of them is stored all the same.</summary>
    public int FailAfter { get; set; }

    public bool FailReads { get; set; }

    public bool IsFull { get; set; }

    public bool IsShared => false;

    public async ValueTask<AppendOutcome> AppendAsync(StockBatch batch, CancellationToken cancellationToken)
    {
        if (IsFull)
        {
            return new AppendRefused("store_full", "No room.");
        }

        AppendOutcome outcome = await _inner.AppendAsync(batch, cancellationToken);
        if (FailAfter > 0)
        {
            FailAfter--;
            throw new EcomOpsException("store_unavailable", "The answer was lost.", isTransient: true);
        }

        return outcome;
    }

    public ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken) =>
        FailReads ? throw new EcomOpsException("store_unavailable", "Gone.", isTransient: true) : _inner.ReadAsync(shard, afterSequence, limit, cancellationToken);

    public ValueTask<IReadOnlyList<StoredEntry>> ReadKeyedAsync(string shard, long afterSequence, long throughSequence, int limit, CancellationToken cancellationToken) => _inner.ReadKeyedAsync(shard, afterSequence, throughSequence, limit, cancellationToken);

    public ValueTask<IReadOnlyList<StoredBatchHash>> ReadHashesAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken) => _inner.ReadHashesAsync(shard, afterSequence, limit, cancellationToken);

    public ValueTask<StoredSnapshot?> ReadSnapshotAsync(string shard, CancellationToken cancellationToken) => _inner.ReadSnapshotAsync(shard, cancellationToken);

    public ValueTask WriteSnapshotAsync(string shard, StoredSnapshot snapshot, CancellationToken cancellationToken) => _inner.WriteSnapshotAsync(shard, snapshot, cancellationToken);

    public ValueTask<long> PurgeKeysAsync(string shard, Instant recordedBefore, long throughSequence, CancellationToken cancellationToken) => _inner.PurgeKeysAsync(shard, recordedBefore, throughSequence, cancellationToken);

    public ValueTask<long> CompactAsync(string shard, long throughSequence, CancellationToken cancellationToken) => _inner.CompactAsync(shard, throughSequence, cancellationToken);

    public ValueTask<long> ReadCursorAsync(string shard, string consumer, CancellationToken cancellationToken) => _inner.ReadCursorAsync(shard, consumer, cancellationToken);

    public ValueTask WriteCursorAsync(string shard, string consumer, long sequence, CancellationToken cancellationToken) => _inner.WriteCursorAsync(shard, consumer, sequence, cancellationToken);

    public ValueTask DisposeAsync() => _inner.DisposeAsync();
}
