using EcomOps.Core;

namespace EcomOps.Inventory.Stores;

/// <summary>Copies a ledger's log from any store to any other while it is in use: from PostgreSQL to a SQLite file, say.</summary>
/// <remarks>
/// The copy is a store like any other: a ledger opens on it and verifies, since batches are copied whole with their hashes. It is a prefix of the history, up to the moment when the copying ended.
/// Run again, it adds what came since. Cursors of channels are not copied: a ledger on the copy publishes every item once more. Several copies may run at once, each to a store of its own.
/// </remarks>
public static class StockBackup
{
    private const int PageSize = 500;

    /// <summary>Copies what the target lacks.</summary>
    /// <param name="from">The store in use.</param>
    /// <param name="to">An empty store, or an earlier copy that nobody has written to since.</param>
    /// <param name="shard">Name of the ledger within both; <c>main</c> by default.</param>
    /// <param name="progress">Told the sequence that was reached, now and then; may be null.</param>
    /// <param name="cancellationToken">Stops between batches; a later run goes on.</param>
    /// <returns>What the copy holds.</returns>
    /// <exception cref="EcomOpsException">A store failed; <c>copy_diverged</c>: the target is no copy of the source; <c>copy_refused</c>: the target takes no batch, for example because its disk is full.</exception>
    public static async Task<StockCopy> CopyAsync(IStockStore from, IStockStore to, string shard = "main", IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentException.ThrowIfNullOrWhiteSpace(shard);
        long last = await LastOfCopyAsync(from, to, shard, cancellationToken).ConfigureAwait(false);
        long batches = 0;
        long entries = 0;
        StoredSnapshot? snapshot;
        while (true)
        {
            IReadOnlyList<StoredBatchHash> hashes = await from.ReadHashesAsync(shard, last, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (StoredBatchHash hash in hashes)
            {
                entries += await CopyAsync(from, to, shard, last, hash, cancellationToken).ConfigureAwait(false);
                last = hash.LastSequence;
                batches++;
            }

            progress?.Report(last);
            if (hashes.Count == PageSize)
            {
                continue;
            }

            // Entries that compaction removed meanwhile are covered by the snapshot of before: it belongs to the copy, once the copy has come as far.
            snapshot = await from.ReadSnapshotAsync(shard, cancellationToken).ConfigureAwait(false);
            if (snapshot is null || snapshot.Sequence <= last)
            {
                break;
            }
        }

        if (snapshot is not null)
        {
            await to.WriteSnapshotAsync(shard, snapshot, cancellationToken).ConfigureAwait(false);
        }

        return new(last, batches, entries, snapshot?.Sequence ?? 0);
    }

    private static async Task<int> CopyAsync(IStockStore from, IStockStore to, string shard, long after, StoredBatchHash batch, CancellationToken cancellationToken)
    {
        int length = (int)Math.Min(int.MaxValue, batch.LastSequence - after);
        IReadOnlyList<StoredEntry> read = await from.ReadAsync(shard, after, length, cancellationToken).ConfigureAwait(false);
        StoredEntry[] entries = [.. read.Where(e => e.Sequence <= batch.LastSequence)];
        AppendOutcome outcome = await to.AppendAsync(new(shard, after, entries, batch.Hash) { LastSequence = batch.LastSequence }, cancellationToken).ConfigureAwait(false);
        return outcome switch
        {
            Appended => entries.Length,
            AppendRefused refused => throw new EcomOpsException("copy_refused", $"The copy takes no batch: {refused.Message}"),
            _ => throw Diverged(after),
        };
    }

    // Where the copy ends; its last batch must be the source's too.
    private static async Task<long> LastOfCopyAsync(IStockStore from, IStockStore to, string shard, CancellationToken cancellationToken)
    {
        StoredBatchHash? last = null;
        while (await to.ReadHashesAsync(shard, last?.LastSequence ?? 0, 10_000, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            last = page[^1];
        }

        if (last is null)
        {
            return 0;
        }

        IReadOnlyList<StoredBatchHash> original = await from.ReadHashesAsync(shard, last.LastSequence - 1, 1, cancellationToken).ConfigureAwait(false);
        return original.Count == 1 && original[0].LastSequence == last.LastSequence && original[0].Hash.Span.SequenceEqual(last.Hash.Span) ? last.LastSequence : throw Diverged(last.LastSequence);
    }

    private static EcomOpsException Diverged(long sequence) =>
        new("copy_diverged", $"The target is no copy of the source: they differ at sequence {sequence}, or somebody writes to the copy. Copy into an empty store.");
}
