using EcomOps.Inventory.Channels;

namespace EcomOps.Inventory.Ledger.Internal;

// What is defined of channels and periods.
internal sealed partial class StockState
{
    // Replaced as a whole, so that readers need no lock.
    public ClosedPeriod? ClosedPeriod { get; set; }

    // Channels that ask for a minimum remaining life.
    public int LastingChannels { get; private set; }

    // Claims are counted apart by channels that ask for a remaining life, so counting starts again when a channel begins or ceases to.
    public void SetChannel(string name, SalesChannel? channel)
    {
        bool lasted = Channels.GetValueOrDefault(name) is { MinimumRemainingDays: > 0 };
        Put(Channels, name, channel);
        if (lasted != channel is { MinimumRemainingDays: > 0 })
        {
            LastingChannels += lasted ? -1 : 1;
            Restructure(Tree.Locations, Tree.Pools);
        }
    }

    private void SetChannelItem(ItemState item, ChannelItem setting)
    {
        // Replaced and not changed, since readers look at it without a lock.
        Dictionary<string, ChannelItem>? before = item.Channels;
        Dictionary<string, long>? used = item.QuotaUsed;
        Undo.Do(() => (item.Channels, item.QuotaUsed) = (before, used));
        item.Channels = new(before ?? [], StringComparer.Ordinal) { [setting.Channel] = setting };
        item.QuotaUsed = new(used ?? [], StringComparer.Ordinal) { [setting.Channel] = 0 };
        Touch(item);
    }
}
