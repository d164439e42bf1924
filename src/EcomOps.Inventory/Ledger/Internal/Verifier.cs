using System.Runtime.InteropServices;
using EcomOps.Core;
using EcomOps.Inventory.Stores;

namespace EcomOps.Inventory.Ledger.Internal;

// Recomputes accounts from movements only, and the hash chain from the stored bytes; shares no folding code with the writer.
internal sealed class Verifier
{
    private readonly Dictionary<(Sku, StockAccount), long> _accounts = [];
    private readonly TextCache _texts = new();
    private readonly List<Issue> _issues = [];

    public long Movements { get; private set; }

    public long Lines { get; private set; }

    public long Batches { get; private set; }

    public long Last { get; private set; }

    public IReadOnlyList<Issue> Issues => _issues;

    public async Task ReadAsync(IStockStore store, string shard, long through, CancellationToken cancellationToken)
    {
        var bytes = new List<byte>();
        byte[] previous = new byte[32];
        long after = 0;
        IReadOnlyList<StoredBatchHash> hashes = [];
        int batch = 0;
        int present = 0;
        while (true)
        {
            IReadOnlyList<StoredEntry> page = await store.ReadAsync(shard, after, 20_000, cancellationToken).ConfigureAwait(false);
            foreach (StoredEntry stored in page)
            {
                if (stored.Sequence > through)
                {
                    break;
                }

                while (batch >= hashes.Count || hashes[batch].LastSequence < stored.Sequence)
                {
                    if (batch < hashes.Count)
                    {
                        previous = Close(hashes[batch], bytes, present, previous);
                        present = 0;
                        batch++;
                        continue;
                    }

                    hashes = await store.ReadHashesAsync(shard, hashes.Count == 0 ? 0 : hashes[^1].LastSequence, 20_000, cancellationToken).ConfigureAwait(false);
                    batch = 0;
                    if (hashes.Count == 0)
                    {
                        _issues.Add(new("hash_missing", $"sequence {stored.Sequence}", "The entry belongs to no batch; the log was changed from outside."));
                        return;
                    }
                }

                bytes.AddRange(stored.Payload.Span);
                present++;
                Fold(stored);
            }

            if (page.Count == 0 || page[^1].Sequence >= through)
            {
                break;
            }

            after = page[^1].Sequence;
        }

        if (batch < hashes.Count && present > 0)
        {
            Close(hashes[batch], bytes, present, previous);
        }

        CheckSums();
    }

    public void Compare(StockState state)
    {
        foreach ((Sku sku, ItemState item) in state.Items)
        {
            foreach ((AccountKey key, AccountState account) in item.Accounts)
            {
                var place = new StockAccount(key.Location, key.Condition, key.Lot);
                if (!_accounts.Remove((sku, place), out long proven))
                {
                    proven = 0;
                }

                if (proven != account.Quantity)
                {
                    _issues.Add(new("balance_differs", $"{sku} {place}", $"The movements give {proven} units, the balance says {account.Quantity}."));
                }
            }
        }

        foreach (((Sku sku, StockAccount place), long proven) in _accounts)
        {
            if (proven != 0)
            {
                _issues.Add(new("balance_differs", $"{sku} {place}", $"The movements give {proven} units, the balance has no such account."));
            }
        }
    }

    // Claims are proven by their counters: what pools say is claimed, against the claims themselves.
    public long CompareClaims(StockState state)
    {
        var sums = new Dictionary<(Sku, int), long>();
        long claims = 0;
        foreach (Reservations.StockClaim claim in state.Claims.Where(c => c.IsActive))
        {
            claims++;
            foreach (Reservations.ClaimLine line in claim.Lines)
            {
                for (int node = state.Tree.NodeOf(line.Pool); node >= 0; node = state.Tree.Parents[node])
                {
                    sums[(line.Sku, node)] = sums.GetValueOrDefault((line.Sku, node)) + line.Open;
                }
            }
        }

        foreach ((Sku sku, ItemState item) in state.Items)
        {
            for (int node = 0; node < item.Pools.Length; node++)
            {
                if (item.Pools[node].Claimed != sums.GetValueOrDefault((sku, node)))
                {
                    _issues.Add(new("claims_differ", $"{sku} pool {node}", $"The claims hold {sums.GetValueOrDefault((sku, node))} units, the counter says {item.Pools[node].Claimed}."));
                }
            }
        }

        return claims;
    }

    private byte[] Close(StoredBatchHash batch, List<byte> bytes, int present, byte[] previous)
    {
        if (present == batch.LastSequence - batch.FirstSequence + 1)
        {
            Batches++;
            if (!BatchEncoder.Hash(previous, CollectionsMarshal.AsSpan(bytes)).AsSpan().SequenceEqual(batch.Hash.Span))
            {
                _issues.Add(new("hash_differs", $"sequences {batch.FirstSequence} to {batch.LastSequence}", "The entries are not those that were appended; restore a backup and compare."));
            }
        }

        bytes.Clear();
        return batch.Hash.ToArray();
    }

    private void Fold(in StoredEntry stored)
    {
        if (stored.Sequence <= Last)
        {
            _issues.Add(new("sequence_order", $"sequence {stored.Sequence}", "The entry is out of order."));
        }

        Last = stored.Sequence;
        if (stored.Kind != StoredEntryKind.Movement || EntryCodec.Read(stored, _texts) is not MovementEntry { Movement: { } movement })
        {
            return;
        }

        Movements++;
        Lines += movement.Lines.Count;
        for (int i = 0; i < movement.Lines.Count; i++)
        {
            MovementLine line = movement.Lines[i];
            if (line.Quantity <= 0)
            {
                _issues.Add(new("quantity_not_positive", $"sequence {stored.Sequence}", $"A line moves {line.Quantity} units."));
            }

            CollectionsMarshal.GetValueRefOrAddDefault(_accounts, (line.Sku, line.From), out _) -= line.Quantity;
            CollectionsMarshal.GetValueRefOrAddDefault(_accounts, (line.Sku, line.To), out _) += line.Quantity;
        }
    }

    private void CheckSums()
    {
        var sums = new Dictionary<Sku, long>();
        foreach (((Sku sku, StockAccount place), long units) in _accounts)
        {
            sums[sku] = sums.GetValueOrDefault(sku) + units;
            if (units < 0 && !VirtualLocation.IsVirtual(place.Location))
            {
                _issues.Add(new("negative_on_hand", $"{sku} {place}", $"The movements leave {units} units at a real location."));
            }
        }

        foreach ((Sku sku, long sum) in sums)
        {
            if (sum != 0)
            {
                _issues.Add(new("sum_not_zero", sku.Value, $"Over all accounts the item has {sum} units instead of 0."));
            }
        }
    }
}
