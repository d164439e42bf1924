using EcomOps.Core;
using EcomOps.Inventory.Channels.Internal;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Ledger.Internal;
using NodaTime;

namespace EcomOps.Inventory.Channels;

/// <summary>Keeps one channel in step with the ledger. The log itself is the outbox: a cursor in the store says how far it was delivered, and each pass delivers the present value of every item touched since.</summary>
/// <remarks>
/// <para>At least once, in order for each item (versions grow), coalesced to the last value within <see cref="ChannelSyncOptions.CoalescingWindow"/>; what waits is delivered by a later pass. One synchroniser for each channel at a time; not thread-safe.</para>
/// <para>A channel that shows less than it was told has probably sold: such units stay off it until their sale is reported, so that a late report is never oversold by a fresh number.
/// What it sold before the synchroniser's first pass and reports after it is the one thing that cannot be seen; let it report before a restart, or keep a buffer.</para>
/// </remarks>
public sealed class ChannelSynchroniser
{
    private const int Attempts = 4;

    private readonly StockLedger _ledger;
    private readonly ISalesChannelPort _port;
    private readonly ChannelInbox _inbox;
    private readonly Dictionary<Sku, ChannelItemLink> _links = [];
    private readonly ChannelSyncOptions _options;

    // Items to publish, with the sequence of their first change that the channel has not heard of.
    private readonly Dictionary<Sku, long> _pending = [];
    private long? _read;
    private long _written;
    private long _looked = -1;
    private bool _hasRead;

    /// <summary>Joins a ledger and a channel.</summary>
    /// <param name="ledger">The ledger; the channel is defined in it.</param>
    /// <param name="port">The channel.</param>
    /// <param name="options">Null for the defaults.</param>
    public ChannelSynchroniser(StockLedger ledger, ISalesChannelPort port, ChannelSyncOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(port);
        (_ledger, _port, _inbox, _options) = (ledger, port, new(ledger, port), options ?? new());
    }

    private string Consumer => "channel/" + _port.Name;

    /// <summary>Takes in sales and corrections, and delivers availability.</summary>
    /// <param name="cancellationToken">Stops between calls; what was delivered stays delivered.</param>
    /// <returns>What was done.</returns>
    public async Task<ChannelSyncReport> SynchroniseAsync(CancellationToken cancellationToken = default)
    {
        var conflicts = new List<ChannelConflict>();
        if (!await TryReadFirstAsync(cancellationToken).ConfigureAwait(false))
        {
            return new(0, 0, _pending.Count, 0, 0, conflicts);
        }

        (int sales, int repeated) = await TakeInAsync(conflicts, cancellationToken).ConfigureAwait(false);
        long sequence = await TouchedAsync(cancellationToken).ConfigureAwait(false);
        int published = 0;
        int unchanged = 0;
        int waiting = 0;
        Instant now = _ledger.Time;
        foreach (Sku sku in _pending.Keys.Order().ToList())
        {
            if (MayWait(sku, now))
            {
                waiting++;
                continue;
            }

            int? writes = await BringInStepAsync(sku, conflicts, cancellationToken).ConfigureAwait(false);
            if (writes is { } done)
            {
                _pending.Remove(sku);
                published += done > 0 ? 1 : 0;
                unchanged += done > 0 ? 0 : 1;
            }
        }

        // The cursor stays before the first change that is not delivered, so a crash repeats and never skips.
        long delivered = _pending.Count == 0 ? sequence : Math.Min(sequence, _pending.Values.Min() - 1);
        if (delivered > _written)
        {
            await _ledger.Store.WriteCursorAsync(_ledger.Shard, Consumer, delivered, cancellationToken).ConfigureAwait(false);
            _written = delivered;
        }

        return new(published, unchanged, _pending.Count - waiting, sales, repeated, conflicts) { Waiting = waiting };
    }

    /// <summary>Compares everything the channel shows with the ledger, and sets what differs; run it nightly.</summary>
    /// <param name="cancellationToken">Stops between items.</param>
    /// <returns>
    /// Every difference, with both numbers and which side is right: the ledger when the channel shows more than it was told; the channel when it shows less, since it may have sold units that it has
    /// yet to report; the ledger again when the next reconciliation still finds no such sale.
    /// </returns>
    /// <exception cref="EcomOpsException">The channel cannot be read.</exception>
    public async Task<IReadOnlyList<ChannelConflict>> ReconcileAsync(CancellationToken cancellationToken = default)
    {
        var conflicts = new List<ChannelConflict>();
        await TakeInAsync(conflicts, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<Sku, ChannelStock> outside = await _port.ReadAllAsync(cancellationToken).ConfigureAwait(false);
        foreach (Sku sku in outside.Keys.Union(_ledger.Items().Select(i => i.Sku)).Order())
        {
            await CompareAsync(sku, outside.TryGetValue(sku, out ChannelStock stock) ? stock : null, conflicts, cancellationToken).ConfigureAwait(false);
        }

        _hasRead = true;
        return conflicts;
    }

    private async Task CompareAsync(Sku sku, ChannelStock? stock, List<ChannelConflict> conflicts, CancellationToken cancellationToken)
    {
        long value = _ledger.AvailableToPromise(sku, _port.Name);
        ChannelItemLink link = LinkOf(sku);
        long raised = stock is { } seen ? link.Observe(seen, isAnswer: false) : 0;
        long shown = stock?.Units ?? 0;
        if (link.Unreported > 0 && link.Suspected != link.Unreported)
        {
            link.Suspected = link.Unreported;
            conflicts.Add(new(_port.Name, sku.Value, value, shown, ConflictSide.Channel,
                $"It shows {link.Unreported} fewer than it was told, probably sold and not reported yet; they stay off the channel until the sale comes or the next reconciliation finds none."));
        }
        else if (link.Unreported > 0)
        {
            conflicts.Add(new(_port.Name, sku.Value, value, shown, ConflictSide.Ledger, $"No sale came for the {link.Unreported} units that it shows too few since the last reconciliation; it was set to the ledger's number."));
            link.Forgive();
        }
        else if (raised > 0 || (shown != value && stock is not null))
        {
            conflicts.Add(new(_port.Name, sku.Value, value, shown, ConflictSide.Ledger, "The channel's number was stale or changed from outside; it was set to the ledger's."));
        }
        else if (stock is null && value > 0)
        {
            conflicts.Add(new(_port.Name, sku.Value, value, 0, ConflictSide.Ledger, "The channel did not know the item; its stock was set."));
        }

        if ((stock is not null || value > 0) && await BringInStepAsync(sku, conflicts, cancellationToken).ConfigureAwait(false) is null)
        {
            Await(sku, _ledger.Sequence);
        }
    }

    // Writes until the channel shows what it should. Gives the number of writes that took effect, or null when the next pass must go on.
    private async Task<int?> BringInStepAsync(Sku sku, List<ChannelConflict> conflicts, CancellationToken cancellationToken)
    {
        ChannelItemLink link = LinkOf(sku);
        int writes = 0;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            long value = _ledger.AvailableToPromise(sku, _port.Name);
            if (link.IsInStep(value))
            {
                return writes;
            }

            ChannelWrite write = link.Write(value, _ledger.Sequence);
            link.WrittenAt = _ledger.Time;
            ChannelStock stock;
            try
            {
                stock = await _port.SetAsync(sku, write.Expected, write.Quantity, write.Version, cancellationToken).ConfigureAwait(false);
            }
            catch (EcomOpsException)
            {
                // Whether it took effect is unknown: the next pass repeats the same write.
                return null;
            }

            writes += stock.Version == write.Version ? 1 : 0;
            if (link.Observe(stock, isAnswer: true) is > 0 and var raised)
            {
                conflicts.Add(new(_port.Name, sku.Value, value, stock.Units, ConflictSide.Ledger, $"The channel shows {raised} more than it was told: it was changed from outside. It is set again."));
            }
        }

        return link.IsInStep(_ledger.AvailableToPromise(sku, _port.Name)) ? writes : null;
    }

    // A new synchroniser learns what the channel shows before it says anything.
    private async Task<bool> TryReadFirstAsync(CancellationToken cancellationToken)
    {
        if (_hasRead)
        {
            return true;
        }

        try
        {
            foreach ((Sku sku, ChannelStock stock) in await _port.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                LinkOf(sku).Observe(stock, isAnswer: false);
            }

            return _hasRead = true;
        }
        catch (EcomOpsException)
        {
            return false;
        }
    }

    private async Task<(int Sales, int Repeated)> TakeInAsync(List<ChannelConflict> conflicts, CancellationToken cancellationToken)
    {
        ChannelInbox.Taken taken = await _inbox.TakeAsync(conflicts, cancellationToken).ConfigureAwait(false);
        foreach ((Sku sku, long units) in taken.Reported)
        {
            LinkOf(sku).Reported(units);
            Await(sku, _ledger.Sequence);
        }

        return (taken.Sales, taken.Repeated);
    }

    private async Task<long> TouchedAsync(CancellationToken cancellationToken)
    {
        _read ??= _written = await _ledger.Store.ReadCursorAsync(_ledger.Shard, Consumer, cancellationToken).ConfigureAwait(false);
        await foreach (Entry entry in _ledger.EntriesAsync(_read.Value, cancellationToken).ConfigureAwait(false))
        {
            foreach (Sku sku in Touched.By(entry, _ledger))
            {
                Await(sku, entry.Sequence);
            }

            _read = entry.Sequence;
        }

        // Days pass without an entry: what lasts too few of them leaves the channel all the same. A quarter of an hour is the finest offset of a zone.
        long quarter = _ledger.Time.ToUnixTimeSeconds() / 900;
        if (quarter != _looked)
        {
            _looked = quarter;
            foreach (Sku sku in _ledger.LastingItems())
            {
                Await(sku, _read.Value + 1);
            }
        }

        return _read.Value;
    }

    private void Await(Sku sku, long sequence) => _pending.TryAdd(sku, sequence);

    // Whether the item was written a moment ago and its new number tells the channel nothing that cannot wait.
    private bool MayWait(Sku sku, Instant now)
    {
        ChannelItemLink link = LinkOf(sku);
        if (link.Shown is not { } shown || link.Open is not null || link.MustAsk || now - link.WrittenAt >= _options.CoalescingWindow)
        {
            return false;
        }

        long target = link.Target(_ledger.AvailableToPromise(sku, _port.Name));
        return target != shown && (target == 0) == (shown == 0) && (target <= _options.LowStock) == (shown <= _options.LowStock);
    }

    private ChannelItemLink LinkOf(Sku sku)
    {
        if (!_links.TryGetValue(sku, out ChannelItemLink? link))
        {
            _links.Add(sku, link = new());
        }

        return link;
    }
}
