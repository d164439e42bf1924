using EcomOps.Inventory.Ledger.Internal;

namespace EcomOps.Inventory.Channels.Internal;

// What a channel shows of an item's available units.
internal static class ChannelView
{
    public static long Of(ItemState item, SalesChannel? channel, long available)
    {
        if (channel is null)
        {
            return Math.Max(0, available);
        }

        if (channel.IsClosed)
        {
            return 0;
        }

        ChannelItem? own = item.Channels?.GetValueOrDefault(channel.Name);
        long shown;
        if (item.Channels is not null && ChannelQuotas.UnusedOf(item, channel.Name, available) is { } quota)
        {
            shown = quota;
        }
        else
        {
            long shared = Math.Max(0, item.Channels is null ? available : available - ChannelQuotas.UnusedByOthers(item, channel.Name, available));
            shown = (channel.Share == 1m ? shared : (long)decimal.Floor(channel.Share * shared)) - (own?.Buffer ?? channel.Buffer);
        }

        return Math.Max(0, Math.Min(shown, channel.Cap ?? long.MaxValue));
    }
}
