using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Channels;

/// <summary>Keeps one channel in step with the ledger. The log itself is the outbox: a cursor in the store says how far it was delivered, and each pass delivers the present value of every item touched since.</summary>
/// <remarks>
/// At least once, in order for each item (values carry the ledger's sequence), coalesced to the last value. One synchroniser for each channel at a time; not thread-safe.
/// Values are set with compare-and-set against the last value delivered, so a change from outside is noticed and named instead of overwritten blindly.
/// </remarks>
public sealed class ChannelSynchroniser
{
    private readonly StockLedger _ledger;
    private readonly ISalesChannelPort _port;
    private readonly Dictionary<Sku, long> _shown = [];
    private readonly HashSet<Sku> _pending = [];

    /// <summary>Joins a ledger and a channel.</summary>
    /// <param name="ledger">The ledger; the channel is defined in it.</param>
    /// <param name="port">The channel.</param>
    public ChannelSynchroniser(StockLedger ledger, ISalesChannelPort port)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(port);
        (_ledger, _port) = (ledger, port);
    }

    /// <summary>Takes in sales and delivers availability.</summary>
    /// <param name="cancellationToken">Stops between calls; what was delivered stays delivered.</param>
    /// <returns>What was done.</returns>
    public async Task<ChannelSyncReport> SynchroniseAsync(CancellationToken cancellationToken = default)
    {
        var conflicts = new List<ChannelConflict>();
        (int sales, int repeated) = await TakeSalesAsync(conflicts, cancellationToken).ConfigureAwait(false);
        long sequence = await TouchedAsync(cancellationToken).ConfigureAwait(false);
        int published = 0;
        int unchanged = 0;
        foreach (Sku sku in _pending.Order().ToList())
        {
            long value = _ledger.AvailableToPromise(sku, _port.Name);
            long? last = _shown.TryGetValue(sku, out long shown) ? shown : null;
            if (last == value)
            {
                unchanged++;
                _pending.Remove(sku);
            }
            else if (await TrySetAsync(sku, last, value, sequence, conflicts, cancellationToken).ConfigureAwait(false))
            {
                published++;
                _pending.Remove(sku);
            }
        }

        // The cursor moves only when everything before it is delivered, so a crash repeats and never skips.
        if (_pending.Count == 0)
        {
            await _ledger.Store.WriteCursorAsync(_ledger.Shard, Consumer, sequence, cancellationToken).ConfigureAwait(false);
        }

        return new(published, unchanged, _pending.Count, sales, repeated, conflicts);
    }

    /// <summary>Compares everything the channel shows with the ledger, and sets what differs; run it nightly.</summary>
    /// <param name="cancellationToken">Stops between items.</param>
    /// <returns>Every difference, with both numbers.</returns>
    public async Task<IReadOnlyList<ChannelConflict>> ReconcileAsync(CancellationToken cancellationToken = default)
    {
        var conflicts = new List<ChannelConflict>();
        await TakeSalesAsync(conflicts, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<Sku, long> outside = await _port.ReadAllAsync(cancellationToken).ConfigureAwait(false);
        long sequence = _ledger.Sequence;
        foreach (Sku sku in outside.Keys.Union(_ledger.Items().Select(i => i.Sku)).Order())
        {
            long value = _ledger.AvailableToPromise(sku, _port.Name);
            long? shown = outside.TryGetValue(sku, out long there) ? there : null;
            if (shown == value || (shown is null && value == 0))
            {
                _shown[sku] = value;
                continue;
            }

            long after = await _port.SetAsync(sku, shown, value, sequence, cancellationToken).ConfigureAwait(false);
            bool isSet = after == value;
            conflicts.Add(new(_port.Name, sku.Value, value, shown ?? 0, ConflictSide.Ledger, isSet
                ? shown is null ? "The channel did not know the item; its stock was set." : "The channel's number was stale or changed from outside; it was set to the ledger's."
                : $"The channel changed again to {after} while being set; the next pass compares anew."));
            if (isSet)
            {
                _shown[sku] = value;
            }
            else
            {
                _shown.Remove(sku);
                _pending.Add(sku);
            }
        }

        return conflicts;
    }

    private string Consumer => "channel/" + _port.Name;

    private async Task<long> TouchedAsync(CancellationToken cancellationToken)
    {
        long cursor = await _ledger.Store.ReadCursorAsync(_ledger.Shard, Consumer, cancellationToken).ConfigureAwait(false);
        long last = cursor;
        await foreach (Entry entry in _ledger.EntriesAsync(cursor, cancellationToken).ConfigureAwait(false))
        {
            _pending.UnionWith(Touched.By(entry, _ledger));
            last = entry.Sequence;
        }

        return last;
    }

    private async Task<bool> TrySetAsync(Sku sku, long? last, long value, long sequence, List<ChannelConflict> conflicts, CancellationToken cancellationToken)
    {
        try
        {
            long after = await _port.SetAsync(sku, last, value, sequence, cancellationToken).ConfigureAwait(false);
            if (after == value)
            {
                _shown[sku] = value;
                return true;
            }

            conflicts.Add(new(_port.Name, sku.Value, value, after, ConflictSide.Ledger, $"The channel shows {after} instead of the {last} last delivered: it was changed from outside, or sold a unit whose sale is still to come. It is set again in the next pass."));
            _shown.Remove(sku);
            return false;
        }
        catch (EcomOpsException)
        {
            // What the channel shows is unknown now; the next pass sets it whatever it shows.
            _shown.Remove(sku);
            return false;
        }
    }

    private async Task<(int Sales, int Repeated)> TakeSalesAsync(List<ChannelConflict> conflicts, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChannelSale> received;
        try
        {
            received = await _port.ReceiveSalesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (EcomOpsException)
        {
            return (0, 0);
        }

        int sales = 0;
        int repeated = 0;
        foreach (ChannelSale sale in received)
        {
            string id = $"{_port.Name}/{sale.Reference}";
            if (_ledger.Claim(id) is not null)
            {
                repeated++;
                continue;
            }

            ReserveOutcome outcome = await _ledger.ReserveAsync(
                new(id, [.. sale.Lines.Select(l => new ReservationLine(l.Key, l.Value))]) { Channel = _port.Name, Firm = true, Pool = PoolOf() }, cancellationToken).ConfigureAwait(false);
            switch (outcome)
            {
                case Reserved:
                    sales++;
                    break;
                case Insufficient lacking:
                    conflicts.AddRange(lacking.Shortfalls.Select(s => new ChannelConflict(_port.Name, $"{sale.Reference} {s.Sku}", s.Available, s.Wanted, ConflictSide.Channel,
                        "The sale has happened, the units are not there: buy, transfer or cancel it with the customer, and raise the channel's buffer.")));
                    break;
                case ReserveRefused { Refusal: InvalidRequest invalid }:
                    conflicts.AddRange(invalid.Issues.Select(i => new ChannelConflict(_port.Name, sale.Reference, 0, 0, ConflictSide.Channel, i.Message)));
                    break;
                case ReserveRefused { Refusal: IdempotencyConflict }:
                    conflicts.Add(new(_port.Name, sale.Reference, 0, 0, ConflictSide.Channel, "The channel sent the same order with other lines; look at it there and adjust the claim."));
                    break;
                default:
                    // Busy or undecided: the channel reports it again.
                    break;
            }
        }

        return (sales, repeated);
    }

    private string PoolOf() => _ledger.Channels().First(c => c.Name == _port.Name).Pool;
}
