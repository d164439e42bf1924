using EcomOps.Inventory.Ledger.Internal;

namespace EcomOps.Inventory.Channels.Internal;

// Hard quotas: units that only one channel may claim.
internal static class ChannelQuotas
{
    // Unused part of the quotas of all channels but one. Together with the asking channel's own, unused quotas never exceed what is available:
    // they shrink from the largest priority number down.
    public static long UnusedByOthers(ItemState item, string? channel, long available)
    {
        long left = Math.Max(0, available);
        long others = 0;
        foreach ((string name, long unused) in Unused(item))
        {
            long kept = Math.Min(unused, left);
            left -= kept;
            others += name == channel ? 0 : kept;
        }

        return others;
    }

    public static long? UnusedOf(ItemState item, string channel, long available)
    {
        if (item.Channels?.GetValueOrDefault(channel)?.Quota is null)
        {
            return null;
        }

        long left = Math.Max(0, available);
        foreach ((string name, long unused) in Unused(item))
        {
            long kept = Math.Min(unused, left);
            left -= kept;
            if (name == channel)
            {
                return kept;
            }
        }

        return 0;
    }

    private static IEnumerable<(string Channel, long Unused)> Unused(ItemState item) =>
        from setting in (item.Channels ?? []).Values
        where setting.Quota is not null
        orderby setting.Priority, setting.Channel
        select (setting.Channel, Math.Max(0, setting.Quota!.Value - (item.QuotaUsed?.GetValueOrDefault(setting.Channel) ?? 0)));
}
