using System.Runtime.CompilerServices;
using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Channels.Internal;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Lots.Internal;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using EcomOps.Inventory.Supply;
using EcomOps.Inventory.Supply.Internal;
using NodaTime;

namespace EcomOps.Inventory.Ledger;

public sealed partial class StockLedger
{
    /// <summary>Units that may be promised now.</summary>
    /// <param name="sku">The item or kit; an unknown one has 0.</param>
    /// <param name="channel">Sales channel, whose share, quotas, buffer and cap apply; null for the bare pool.</param>
    /// <param name="pool">Pool or location; null for the channel's, or everything.</param>
    /// <returns>Units, 0 or more, as of the last durable batch; holds and lots that have expired count as such at once. Units that last too few days for the item or the channel do not count (such items may include the batch being written). Backorder limits are not included, see <see cref="AvailableToBackorder"/>.</returns>
    /// <exception cref="ArgumentException">Channel or pool is unknown.</exception>
    public long AvailableToPromise(Sku sku, string? channel = null, string? pool = null)
    {
        SalesChannel? view = channel is null ? null : _writer.State.Channels.GetValueOrDefault(channel) ?? throw new ArgumentException($"'{channel}' is not a sales channel; define it first.", nameof(channel));
        string where = pool ?? view?.Pool ?? StockPool.Everything;
        if (!_writer.State.Items.TryGetValue(sku, out ItemState? item))
        {
            return _writer.State.Tree.TryFind(where, out _) ? 0 : throw UnknownPool(where);
        }

        if (item.Item.Components.Count == 0)
        {
            return Shown(item, view, where);
        }

        long kits = long.MaxValue;
        foreach (KitComponent component in item.Item.Components)
        {
            kits = Math.Min(kits, _writer.State.Items.TryGetValue(component.Sku, out ItemState? part) ? Shown(part, view, where) / component.Quantity : 0);
        }

        return kits;
    }

    /// <summary>Units that a claim may take beyond what is available: what is left of the item's backorder or pre-order limit and of the channel's.</summary>
    /// <param name="sku">The item or kit; an unknown one has 0. Of a kit, as many more as its components allow.</param>
    /// <param name="channel">Sales channel, or null for none.</param>
    /// <param name="pool">Pool or location; null for the channel's, or everything.</param>
    /// <returns>Units, 0 or more; changes whose batch is being written at this moment may be included.</returns>
    /// <exception cref="ArgumentException">Channel or pool is unknown.</exception>
    public long AvailableToBackorder(Sku sku, string? channel = null, string? pool = null)
    {
        SalesChannel? view = channel is null ? null : _writer.State.Channels.GetValueOrDefault(channel) ?? throw new ArgumentException($"'{channel}' is not a sales channel; define it first.", nameof(channel));
        string where = pool ?? view?.Pool ?? StockPool.Everything;
        lock (_writer.Gate)
        {
            if (!_writer.State.Tree.TryFind(where, out int node))
            {
                throw UnknownPool(where);
            }

            if (!_writer.State.Items.TryGetValue(sku, out ItemState? item))
            {
                return 0;
            }

            IReadOnlyList<KitComponent> parts = item.Item.Components.Count > 0 ? item.Item.Components : [new(sku, 1)];
            (long there, long beyond) = (long.MaxValue, long.MaxValue);
            foreach (KitComponent part in parts)
            {
                (long available, long room) = _writer.State.Items.TryGetValue(part.Sku, out ItemState? of) ? Reservations.Internal.Demand.Of(_writer.State, of, node, channel, Now()) : (0, 0);
                there = Math.Min(there, available / part.Quantity);
                beyond = Math.Min(beyond, (available + room) / part.Quantity);
            }

            return beyond - there;
        }
    }

    /// <summary>Units that may be promised for a date: the least projected number from that date on, so that no later promise is hurt.</summary>
    /// <param name="sku">The item or kit; an unknown one has 0. A kit has as many as its components on that date: the least of <c>floor(component / units in a kit)</c>.</param>
    /// <param name="date">When they are to be shipped.</param>
    /// <param name="pool">Pool or location; everything by default.</param>
    /// <param name="confidence">Least confidence of supply that counts; confirmed only by default.</param>
    /// <returns>Units, 0 or more.</returns>
    /// <exception cref="ArgumentException">The pool is unknown.</exception>
    public long AvailableToPromise(Sku sku, Instant date, string pool = StockPool.Everything, SupplyConfidence confidence = SupplyConfidence.Confirmed)
    {
        lock (_writer.Gate)
        {
            if (!_writer.State.Tree.TryFind(pool, out int node))
            {
                throw UnknownPool(pool);
            }

            if (!_writer.State.Items.TryGetValue(sku, out ItemState? item))
            {
                return 0;
            }

            long kits = long.MaxValue;
            foreach (KitComponent component in item.Item.Components)
            {
                kits = Math.Min(kits, _writer.State.Items.TryGetValue(component.Sku, out ItemState? part) ? PromiseDates.At(_writer.State, part, node, date, Now(), confidence, _options.OverdueReview) / component.Quantity : 0);
            }

            return item.Item.Components.Count > 0 ? kits : PromiseDates.At(_writer.State, item, node, date, Now(), confidence, _options.OverdueReview);
        }
    }

    /// <summary>Balance of an item.</summary>
    /// <param name="sku">The item; an unknown one has nothing.</param>
    /// <param name="pool">Location or pool; everything by default, locations that do not sell online then included in the conditions but not in <see cref="StockBalance.Sellable"/>.</param>
    /// <returns>The balance now; changes whose batch is being written at this moment may be included.</returns>
    /// <exception cref="ArgumentException">The pool is unknown.</exception>
    public StockBalance Balance(Sku sku, string pool = StockPool.Everything)
    {
        lock (_writer.Gate)
        {
            return _writer.State.Tree.TryFind(pool, out int node) ? Balances.Of(_writer.State, sku, pool, node, Now()) : throw UnknownPool(pool);
        }
    }

    /// <summary>Every account that holds units of an item, virtual ones included.</summary>
    /// <param name="sku">The item; an unknown one has none.</param>
    /// <returns>Accounts with their units, ordered by location, condition and lot; they sum to 0.</returns>
    public IReadOnlyList<KeyValuePair<StockAccount, long>> Accounts(Sku sku)
    {
        lock (_writer.Gate)
        {
            return !_writer.State.Items.TryGetValue(sku, out ItemState? item) ? [] :
            [
                .. item.Accounts.Where(a => a.Value.Quantity != 0)
                    .OrderBy(a => a.Key.Location, StringComparer.Ordinal).ThenBy(a => a.Key.Condition).ThenBy(a => a.Key.Lot, StringComparer.Ordinal)
                    .Select(a => KeyValuePair.Create(new StockAccount(a.Key.Location, a.Key.Condition, a.Key.Lot), a.Value.Quantity)),
            ];
        }
    }

    /// <summary>All items, ordered.</summary>
    /// <returns>Their definitions.</returns>
    public IReadOnlyList<StockItem> Items() => [.. _writer.State.Items.Values.Select(i => i.Item).OrderBy(i => i.Sku)];

    /// <summary>All locations, in pick order.</summary>
    /// <returns>Their definitions.</returns>
    public IReadOnlyList<StockLocation> Locations() => _writer.State.Tree.InPickOrder;

    /// <summary>All sales channels, by name.</summary>
    /// <returns>Their definitions.</returns>
    public IReadOnlyList<SalesChannel> Channels() => [.. _writer.State.Channels.Values.OrderBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>A claim as it stands.</summary>
    /// <param name="claimId">Its id.</param>
    /// <returns>The claim, a hold past its time as expired; null when it is unknown.</returns>
    public StockClaim? Claim(string claimId)
    {
        ArgumentNullException.ThrowIfNull(claimId);
        lock (_writer.Gate)
        {
            StockClaim? claim = _writer.State.ClaimOf(claimId);
            return claim is { Status: ClaimStatus.Held } && claim.ExpiresAt <= Now() ? StockState.Closed(claim, ClaimStatus.Expired) : claim;
        }
    }

    /// <summary>All living claims.</summary>
    /// <returns>Holds and commitments, by id.</returns>
    public IReadOnlyList<StockClaim> Claims()
    {
        lock (_writer.Gate)
        {
            Instant now = Now();
            return [.. _writer.State.Claims.Where(c => c.IsActive && !(c.Status == ClaimStatus.Held && c.ExpiresAt <= now)).OrderBy(c => c.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>Lots of an item that were ever received.</summary>
    /// <param name="sku">The item; an unknown one has none.</param>
    /// <returns>The lots, by code.</returns>
    public IReadOnlyList<StockLot> Lots(Sku sku)
    {
        lock (_writer.Gate)
        {
            return _writer.State.Items.TryGetValue(sku, out ItemState? item) ? [.. item.Lots.Values.OrderBy(l => l.Code, StringComparer.Ordinal)] : [];
        }
    }

    /// <summary>Incoming supply of an item.</summary>
    /// <param name="sku">The item; an unknown one has none.</param>
    /// <returns>Open supply, by date.</returns>
    public IReadOnlyList<ExpectedSupply> Supply(Sku sku)
    {
        lock (_writer.Gate)
        {
            return _writer.State.Items.TryGetValue(sku, out ItemState? item) ? [.. (item.Supply ?? []).Values.OrderBy(s => s.DueAt).ThenBy(s => s.Reference, StringComparer.Ordinal)] : [];
        }
    }

    /// <summary>Movements in the order of recording, read from the store.</summary>
    /// <param name="afterSequence">Sequence before the first wanted movement; 0 for the beginning.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The movements.</returns>
    public async IAsyncEnumerable<Movement> MovementsAsync(long afterSequence = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (Entry entry in EntriesAsync(afterSequence, cancellationToken).ConfigureAwait(false))
        {
            if (entry is MovementEntry movement)
            {
                yield return movement.Movement;
            }
        }
    }

    /// <summary>One movement.</summary>
    /// <param name="sequence">Its sequence.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The movement, or null when there is none of that sequence.</returns>
    public async Task<Movement?> MovementAsync(long sequence, CancellationToken cancellationToken = default)
    {
        if (sequence < 1)
        {
            return null;
        }

        IReadOnlyList<StoredEntry> found = await _store.ReadAsync(_options.Shard, sequence - 1, 1, cancellationToken).ConfigureAwait(false);
        return found.Count == 1 && found[0].Sequence == sequence && EntryCodec.Read(found[0], new TextCache()) is MovementEntry entry ? entry.Movement : null;
    }

    // Items of which some channel may show fewer when a day begins, and the kits with them.
    internal IReadOnlyCollection<Sku> LastingItems()
    {
        HashSet<Sku> skus = [.. _writer.State.Items.Values.Where(i => LastingStock.Applies(_writer.State, i)).Select(i => i.Item.Sku)];
        return skus.Count == 0 ? skus : [.. skus, .. KitsWith(skus)];
    }

    internal IEnumerable<Sku> KitsWith(HashSet<Sku> components) => !_writer.State.HasKits ? [] :
        _writer.State.Items.Values.Select(i => i.Item).Where(i => i.Components.Any(c => components.Contains(c.Sku))).Select(i => i.Sku);

    internal (long Sequence, IReadOnlyList<(Sku Sku, StockAccount Account, long Quantity)> Accounts) SellableAccounts(HashSet<string> locations, HashSet<Sku>? skus)
    {
        lock (_writer.Gate)
        {
            return (_writer.State.Sequence,
            [
                .. from item in _writer.State.Items
                   where skus is null || skus.Contains(item.Key)
                   from account in item.Value.Accounts
                   where account.Key.Condition == StockCondition.Sellable && locations.Contains(account.Key.Location)
                   select (item.Key, new StockAccount(account.Key.Location, account.Key.Condition, account.Key.Lot), account.Value.Quantity),
            ]);
        }
    }

    internal async IAsyncEnumerable<Entry> EntriesAsync(long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var texts = new TextCache();
        while (true)
        {
            IReadOnlyList<StoredEntry> page = await _store.ReadAsync(_options.Shard, afterSequence, 10_000, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (StoredEntry stored in page)
            {
                yield return EntryCodec.Read(stored, texts);
            }

            afterSequence = page[^1].Sequence;
        }
    }

    private long Shown(ItemState item, SalesChannel? channel, string pool)
    {
        PublishedFree published = item.Published;
        int node = PoolTree.Root;
        if (!ReferenceEquals(pool, StockPool.Everything) && !published.Tree.TryFind(pool, out node))
        {
            throw UnknownPool(pool);
        }

        if (LastingStock.Applies(_writer.State, item))
        {
            lock (_writer.Gate)
            {
                int days = LastingStock.DaysFor(_writer.State, item, channel?.Name);
                return ChannelView.Of(item, channel, LastingStock.Of(_writer.State, item, Now(), days).Available(_writer.State.Tree.NodeOf(pool), days));
            }
        }

        bool hasExpired = Volatile.Read(ref _writer.State.EarliestDue) <= Now().ToUnixTimeTicks();
        if (hasExpired || (channel is not null && item.Channels is not null))
        {
            lock (_writer.Gate)
            {
                return ChannelView.Of(item, channel, Least(published, node, at => hasExpired ? Expiry.Correction(_writer.State, item, at, Now()) : 0));
            }
        }

        return ChannelView.Of(item, channel, Least(published, node, null));
    }

    private static long Least(PublishedFree published, int node, Func<int, long>? correction)
    {
        long least = long.MaxValue;
        for (; node >= 0; node = published.Tree.Parents[node])
        {
            least = Math.Min(least, Volatile.Read(ref published.Free[node]) + (correction?.Invoke(node) ?? 0));
        }

        return least;
    }

    private static ArgumentException UnknownPool(string pool) => new($"'{pool}' is neither a pool nor a location; define it first.", nameof(pool));
}
