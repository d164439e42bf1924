using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Ledger.Internal;
using NodaTime;

namespace EcomOps.Inventory.Reservations.Internal;

// How far beyond what is available a claim may go: as far as the item's limit and the channel's limit both allow.
internal static class Backorders
{
    public static long Room(StockState state, ItemState item, string? channel, long available, Instant now, ReadOnlySpan<ClaimLine> earlier)
    {
        bool isPreorder = !item.Accounts.Values.Any(a => a.Quantity != 0);
        long limit = isPreorder ? item.Item.PreorderLimit ?? item.Item.BackorderLimit : item.Item.BackorderLimit;
        long room = Math.Max(0, limit + Math.Min(0, available));
        if (room == 0 || channel is null || Limit(state, item, channel, isPreorder) is not { } most)
        {
            return room;
        }

        long used = item.Placed?.Backordered(channel) ?? 0;
        foreach (StockClaim expired in Expiry.Expired(state, now))
        {
            used -= expired.Channel == channel ? expired.Lines.Where(l => l.Sku == item.Item.Sku).Sum(l => l.Backordered) : 0;
        }

        foreach (ClaimLine line in earlier)
        {
            used += line.Sku == item.Item.Sku ? line.Backordered : 0;
        }

        return Math.Min(room, Math.Max(0, most - used));
    }

    private static long? Limit(StockState state, ItemState item, string channel, bool isPreorder)
    {
        ChannelItem? own = item.Channels?.GetValueOrDefault(channel);
        SalesChannel? all = state.Channels.GetValueOrDefault(channel);
        return isPreorder ? own?.PreorderLimit ?? all?.PreorderLimit : own?.BackorderLimit ?? all?.BackorderLimit;
    }
}
