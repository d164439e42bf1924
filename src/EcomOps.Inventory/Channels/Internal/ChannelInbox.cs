using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Channels.Internal;

// What a channel reports, into the ledger: each reference once, however often it comes.
internal sealed class ChannelInbox(StockLedger ledger, ISalesChannelPort port)
{
    // Answered for good in this process; the ledger knows the accepted ones by their claim and document.
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);

    public async Task<Taken> TakeAsync(List<ChannelConflict> conflicts, CancellationToken cancellationToken)
    {
        var taken = new Taken();
        var settled = new List<string>();
        try
        {
            foreach (ChannelSale sale in await port.ReceiveSalesAsync(cancellationToken).ConfigureAwait(false))
            {
                await TakeAsync(sale, taken, settled, conflicts, cancellationToken).ConfigureAwait(false);
            }

            foreach (ChannelAdjustment adjustment in await port.ReceiveAdjustmentsAsync(cancellationToken).ConfigureAwait(false))
            {
                await TakeAsync(adjustment, taken, settled, conflicts, cancellationToken).ConfigureAwait(false);
            }

            if (settled.Count > 0)
            {
                await port.AcknowledgeAsync(settled, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (EcomOpsException)
        {
            // What was taken stays taken; the channel reports the rest, and what it did not hear acknowledged, again.
        }

        return taken;
    }

    private async Task TakeAsync(ChannelSale sale, Taken taken, List<string> settled, List<ChannelConflict> conflicts, CancellationToken cancellationToken)
    {
        string id = $"{port.Name}/{sale.Reference}";
        if (_settled.Contains(id) || ledger.Claim(id) is not null)
        {
            taken.Repeated++;
            settled.Add(sale.Reference);
            return;
        }

        string pool = ledger.Channels().FirstOrDefault(c => c.Name == port.Name)?.Pool ?? StockPool.Everything;
        ReserveOutcome outcome = await ledger.ReserveAsync(
            new(id, [.. sale.Lines.Select(l => new ReservationLine(l.Key, l.Value))]) { Channel = port.Name, Firm = true, Pool = pool }, cancellationToken).ConfigureAwait(false);
        switch (outcome)
        {
            case Reserved:
                taken.Sales++;
                break;
            case Insufficient lacking:
                conflicts.AddRange(lacking.Shortfalls.Select(s => new ChannelConflict(port.Name, $"{sale.Reference} {s.Sku}", s.Available, s.Wanted, ConflictSide.Channel,
                    "The sale has happened, the units are not there: buy, transfer or cancel it with the customer, and raise the channel's buffer.")));
                break;
            case ReserveRefused { Refusal: InvalidRequest invalid }:
                conflicts.AddRange(invalid.Issues.Select(i => new ChannelConflict(port.Name, sale.Reference, 0, 0, ConflictSide.Channel, i.Message)));
                break;
            case ReserveRefused { Refusal: IdempotencyConflict }:
                conflicts.Add(new(port.Name, sale.Reference, 0, 0, ConflictSide.Channel, "The channel sent the same order with other lines; look at it there and adjust the claim."));
                break;
            default:
                // Busy or undecided: the channel reports it again.
                return;
        }

        Settle(id, sale.Reference, settled);
        taken.Reported.AddRange(sale.Lines.Select(l => (l.Key, l.Value)));
    }

    private async Task TakeAsync(ChannelAdjustment adjustment, Taken taken, List<string> settled, List<ChannelConflict> conflicts, CancellationToken cancellationToken)
    {
        string id = $"{port.Name}/{adjustment.Reference}";
        long before = ledger.Sequence;
        if (_settled.Contains("adjustment/" + id))
        {
            settled.Add(adjustment.Reference);
            return;
        }

        PostingOutcome outcome = await ledger.AdjustAsync(
            new Adjustment(id, adjustment.Location, [new(adjustment.Sku, adjustment.Quantity)]) { Reason = adjustment.Reason }, cancellationToken).ConfigureAwait(false);
        switch (outcome)
        {
            case Posted posted:
                if (posted.Sequence > before)
                {
                    taken.Reported.Add((adjustment.Sku, -adjustment.Quantity));
                }

                break;
            case PostingRefused { Refusal: InvalidRequest invalid }:
                conflicts.AddRange(invalid.Issues.Select(i => new ChannelConflict(port.Name, adjustment.Reference, 0, adjustment.Quantity, ConflictSide.Ledger, $"The correction was not booked: {i.Message}")));
                taken.Reported.Add((adjustment.Sku, -adjustment.Quantity));
                break;
            case PostingRefused { Refusal: IdempotencyConflict }:
                conflicts.Add(new(port.Name, adjustment.Reference, 0, adjustment.Quantity, ConflictSide.Ledger, "The channel sent the same correction with other figures; the first one counts."));
                break;
            default:
                return;
        }

        Settle("adjustment/" + id, adjustment.Reference, settled);
    }

    private void Settle(string id, string reference, List<string> settled)
    {
        _settled.Add(id);
        settled.Add(reference);
    }

    internal sealed class Taken
    {
        public int Sales { get; set; }

        public int Repeated { get; set; }

        // Units that the channel took off its own number, by item.
        public List<(Sku Sku, long Units)> Reported { get; } = [];
    }
}
