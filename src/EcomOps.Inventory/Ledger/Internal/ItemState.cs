using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Channels.Internal;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Supply;

namespace EcomOps.Inventory.Ledger.Internal;

internal readonly record struct AccountKey(string Location, StockCondition Condition, string? Lot);

internal sealed class AccountState
{
    public long Quantity;
}

internal struct PoolCounter
{
    public long Sellable;
    public long Claimed;
}

internal sealed record PublishedFree(PoolTree Tree, long[] Free);

internal sealed class ItemState(StockItem item, PoolTree tree)
{
    public StockItem Item { get; set; } = item;

    public Dictionary<AccountKey, AccountState> Accounts { get; } = [];

    // Live counters of the writer, by pool node.
    public PoolCounter[] Pools { get; set; } = new PoolCounter[tree.Count];

    // Units free by pool node as of the last durable batch; what readers see.
    public PublishedFree Published { get; set; } = new(tree, new long[tree.Count]);

    public Dictionary<string, StockLot> Lots { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ExpectedSupply>? Supply { get; set; }

    public Dictionary<string, ChannelItem>? Channels { get; set; }

    // Units claimed or shipped by a channel since its quota was set.
    public Dictionary<string, long>? QuotaUsed { get; set; }

    // What channels with rules of their own hold of the item; null while there are none.
    public ChannelCounts? Placed { get; set; }

    public bool IsTouched { get; set; }

    public long Free(int node) => Pools[node].Sellable - Pools[node].Claimed;
}
