using NodaTime;

namespace EcomOps.Inventory.Channels.Internal;

// What is known of one item on one channel. Two numbers tell all: what the channel showed when it last answered, and how many units it has taken off
// by itself that the ledger does not know of yet (sales still to be reported). A reported sale lowers the second; an answer smaller than what was set
// raises it. What may be shown is the ledger's value less the second.
internal sealed class ChannelItemLink
{
    private long _unreported;

    // What the channel showed when it last answered; null while it does not know the item.
    public long? Shown { get; private set; }

    public long Version { get; private set; }

    public ChannelWrite? Open { get; private set; }

    // When it was last written to the channel, by the ledger's clock.
    public Instant WrittenAt { get; set; } = Instant.MinValue;

    // Units that the last reconciliation found missing on the channel without a sale that explains them.
    public long Suspected { get; set; }

    public long Unreported => Math.Max(0, _unreported);

    // Whether the channel must be asked although it seems to show the right number: sales were reported since it last answered.
    public bool MustAsk { get; private set; }

    public long Target(long value) => Math.Max(0, value - Unreported);

    public bool IsInStep(long value) => Open is null && !MustAsk && Shown == Target(value);

    public ChannelWrite Write(long value, long sequence) => Open ??= new(Math.Max(sequence, Version + 1), Shown, Target(value));

    // The channel took units off (or, negative, put them on) by itself and has now said so.
    public void Reported(long units)
    {
        _unreported -= units;
        Suspected = 0;
        MustAsk = true;
    }

    // Nobody sold them: the number was simply lowered.
    public void Forgive() => (_unreported, Suspected) = (0, 0);

    // Takes in what the channel shows, as an answer to the open write or as read. Gives the units that it shows beyond what was set there.
    public long Observe(ChannelStock stock, bool isAnswer)
    {
        bool isOpenSet = Open is { } open && open.Version == stock.Version;
        long before = isOpenSet ? Open!.Quantity : stock.Version == Version && Shown is { } last ? last : stock.Units;
        long taken = before - stock.Units;

        // Everything reported so far happened before this answer: what it does not show was in the number from the start.
        _unreported = Math.Max(0, _unreported + taken);
        Open = isAnswer || isOpenSet ? null : Open;
        (Shown, Version, MustAsk) = (stock.Units, Math.Max(Version, stock.Version), false);
        return Math.Max(0, -taken);
    }
}
