using NodaTime;

namespace EcomOps.Inventory.Stores.Tests.Hosting;

/// <summary>A memory store whose appends wait while it is stopped.</summary>
public sealed class StoppableStore : IStockStore
{
    private readonly MemoryStockStore _inner = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _gate;

    /// <summary>Ends when an append waits.</summary>
    public Task Reached => _reached.Task;

    public bool IsShared => false;

    public void Stop() => _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Continue() => _gate?.SetResult();

    public async ValueTask<AppendOutcome> AppendAsync(StockBatch batch, CancellationToken cancellationToken)
    {
        if (_gate is { } gate)
        {
            _reached.TrySetResult();
            await gate.Task.WaitAsync(cancellationToken);
        }

        return await _inner.AppendAsync(batch, cancellationToken);
    }

    public ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken) => _inner.ReadAsync(shard, afterSequence, limit, cancellationToken);

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
