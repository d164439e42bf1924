using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Channels.Internal;

// Open units of one item, counted by channel where a channel's rules need it: by pool where it asks for a remaining life, and as backorders.
internal sealed class ChannelCounts
{
    private readonly Dictionary<(string Channel, int Node), long> _lasting = [];
    private readonly Dictionary<string, long> _backordered = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<(string Channel, int Node), long>> Lasting => _lasting;

    public long Backordered(string channel) => _backordered.GetValueOrDefault(channel);

    public static void Add(StockState state, ItemState item, string channel, ClaimLine line, int sign)
    {
        if (line.Backordered > 0)
        {
            ChannelCounts counts = item.Placed ??= new();
            long was = counts._backordered.GetValueOrDefault(channel);
            state.Undo.Do(() => (item.Placed ??= new())._backordered[channel] = was);
            counts._backordered[channel] = was + (sign * line.Backordered);
        }

        if (state.LastingChannels > 0 && state.Channels.GetValueOrDefault(channel) is { MinimumRemainingDays: > 0 })
        {
            ChannelCounts counts = item.Placed ??= new();
            (string, int) key = (channel, state.Tree.NodeOf(line.Pool));
            long was = counts._lasting.GetValueOrDefault(key);
            state.Undo.Do(() => (item.Placed ??= new())._lasting[key] = was);
            counts._lasting[key] = was + (sign * line.Open);
        }
    }
}
