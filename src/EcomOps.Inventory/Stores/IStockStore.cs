using NodaTime;

namespace EcomOps.Inventory.Stores;

/// <summary>Keeps the log of stock ledgers. <c>StockStoreConformance</c> in EcomOps.Testing holds an implementation to this contract.</summary>
/// <remarks>
/// A shard is one log with sequences 1, 2, 3… Calls for one shard come from one ledger at a time, yet several processes may share a store: an append
/// whose expected sequence is not the last one must be refused with <see cref="SequenceConflict"/>. A batch is atomic, durable when the append returns,
/// and never partly visible. Exceptions of the outside world are <see cref="EcomOps.Core.EcomOpsException"/>.
/// </remarks>
public interface IStockStore : IAsyncDisposable
{
    /// <summary>Whether other processes may append to the same shard, so that readers refresh from time to time.</summary>
    bool IsShared { get; }

    /// <summary>Appends a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Given by the ledger only when it is disposed.</param>
    /// <returns>Whether it is durable.</returns>
    /// <exception cref="EcomOps.Core.EcomOpsException">The outcome is unknown; the ledger reads the log again.</exception>
    ValueTask<AppendOutcome> AppendAsync(StockBatch batch, CancellationToken cancellationToken);

    /// <summary>Reads entries in order of sequence.</summary>
    /// <param name="shard">Name of the ledger.</param>
    /// <param name="afterSequence">Sequence before the first wanted entry; 0 for the beginning.</param>
    /// <param name="limit">Most entries to return; at least 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Up to <paramref name="limit"/> entries; empty at the end.</returns>
    ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken);

    /// <summary>Reads entries that have a key, in order of sequence.</summary>
    /// <param name="shard">Name of the ledger.</param>
    /// <param name="afterSequence">Sequence before the first wanted entry.</param>
    /// <param name="throughSequence">Last sequence, inclusive.</param>
    /// <param name="limit">Most entries to return; at least 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Up to <paramref name="limit"/> entries; empty at the end.</returns>
    ValueTask<IReadOnlyList<StoredEntry>> ReadKeyedAsync(string shard, long afterSequence, long throughSequence, int limit, CancellationToken cancellationToken);

    /// <summary>Reads the hashes of batches in order.</summary>
    /// <param name="shard">Name of the ledger.</param>
    /// <param name="afterSequence">Only batches whose last sequence is above this.</param>
    /// <param name="limit">Most hashes to return; at least 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Up to <paramref name="limit"/> hashes; empty at the end.</returns>
    ValueTask<IReadOnlyList<StoredBatchHash>> ReadHashesAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken);

    /// <summary>Reads the newest snapshot.</summary>
    /// <param name="shard">Name of the ledger.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The snapshot, or null when there is none.</returns>
    ValueTask<StoredSnapshot?> ReadSnapshotAsync(string shard, CancellationToken cancellationToken);

    /// <summary>Replaces the snapshot, unless a newer one is there.</summary>
    /// <param name="shard">Name of the ledger.</param>
    /// <param name="snapshot">The snapshot; durable on return.</param>
    /// <param name="cancellationToken">Stops the writing; the old snapshot then stays.</param>
    ValueTask WriteSnapshotAsync(string shard, StoredSnapshot snapshot, CancellationToken cancellationToken);

    /// <summary>Forgets keys of entries recorded before an instant.</summary>
    /// <param name="shard">Name of the ledger.</param>
    /// <param name="recordedBefore">Entries at or after it keep their key.</param>
    /// <param name="throughSequence">Entries after it keep their key.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Number of keys forgotten.</returns>
    ValueTask<long> PurgeKeysAsync(string shard, Instant recordedBefore, long throughSequence, CancellationToken cancellationToken);

    /// <summary>Removes entries that moved nothing and define nothing (reservations, claim changes, expiries, refusals), have no key and are covered by the snapshot; reclaims their room.</summary>
    /// <param name="shard">Name of the ledger.</param>
    /// <param name="throughSequence">Last sequence that may go, inclusive; not above the snapshot's.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Number of entries removed.</returns>
    ValueTask<long> CompactAsync(string shard, long throughSequence, CancellationToken cancellationToken);

    /// <summary>Reads how far a consumer of the log has come.</summary>
    /// <param name="shard">Name of the ledger.</param>
    /// <param name="consumer">Name of the consumer, for example a channel.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Its sequence; 0 when it never wrote one.</returns>
    ValueTask<long> ReadCursorAsync(string shard, string consumer, CancellationToken cancellationToken);

    /// <summary>Remembers how far a consumer of the log has come.</summary>
    /// <param name="shard">Name of the ledger.</param>
    /// <param name="consumer">Name of the consumer.</param>
    /// <param name="sequence">Last sequence that it has dealt with.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    ValueTask WriteCursorAsync(string shard, string consumer, long sequence, CancellationToken cancellationToken);
}
