using EcomOps.Core;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Stores;

namespace EcomOps.Inventory.Ledger;

public sealed partial class StockLedger
{
    /// <summary>Proves the balances: recomputes every account from all movements, checks that each item sums to 0, that no real account is negative, that the hash chain holds, and that claims agree with what pools say.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The proof, with every difference. The ledger may be used meanwhile; the comparison is of one and the same sequence.</returns>
    /// <exception cref="EcomOpsException">The store cannot be read.</exception>
    public async Task<StockVerification> VerifyAsync(CancellationToken cancellationToken = default)
    {
        // A fresh state folded from the store stands in for the live one, so that writing goes on meanwhile; it is what opening again would give.
        var copy = new ShardWriter(_store, _clock, _options);
        using (copy)
        {
            await copy.LoadAsync(cancellationToken).ConfigureAwait(false);
            var verifier = new Verifier();
            await verifier.ReadAsync(_store, _options.Shard, copy.State.Sequence, cancellationToken).ConfigureAwait(false);
            verifier.Compare(copy.State);
            long claims = verifier.CompareClaims(copy.State);
            var issues = verifier.Issues.ToList();
            lock (_writer.Gate)
            {
                if (_writer.State.Sequence == copy.State.Sequence)
                {
                    issues.AddRange(StateComparison.Differences(_writer.State, copy.State));
                }
            }

            return new(copy.State.Sequence, verifier.Movements, verifier.Lines, claims, verifier.Batches, issues);
        }
    }

    /// <summary>Writes a snapshot, so that the next opening reads only what comes after it.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Sequence that the snapshot covers.</returns>
    /// <exception cref="EcomOpsException">The store failed, or the ledger is closed.</exception>
    public async Task<long> SnapshotAsync(CancellationToken cancellationToken = default)
    {
        var command = new SnapshotCommand(_options.KeyRetention);
        if (!await _writer.PostAsync(command, cancellationToken).ConfigureAwait(false) || await command.Done.ConfigureAwait(false) is not { } snapshot)
        {
            throw new EcomOpsException("ledger_unavailable", "No snapshot was taken: the store does not answer, or the ledger is closed.", isTransient: true);
        }

        await _store.WriteSnapshotAsync(_options.Shard, snapshot, cancellationToken).ConfigureAwait(false);
        return snapshot.Sequence;
    }

    /// <summary>Writes a snapshot, forgets keys older than <see cref="StockLedgerOptions.KeyRetention"/>, and removes entries of closed claims. Movements always stay.</summary>
    /// <param name="cancellationToken">Stops the work between its steps.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="EcomOpsException">The store failed, or the ledger is closed.</exception>
    public async Task<StockCompaction> CompactAsync(CancellationToken cancellationToken = default)
    {
        long sequence = await SnapshotAsync(cancellationToken).ConfigureAwait(false);
        long keys = await _store.PurgeKeysAsync(_options.Shard, Now() - _options.KeyRetention, sequence, cancellationToken).ConfigureAwait(false);
        long removed = await _store.CompactAsync(_options.Shard, sequence, cancellationToken).ConfigureAwait(false);
        return new(sequence, keys, removed);
    }
}
