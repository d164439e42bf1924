using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Lots.Internal;

// One item whose claims differ in how long a unit must last. A claim on a pool that asks for d days can use the units in the pool's locations that last d days or more.
// All claims can be met exactly when no set of claims asks for more units than there are for any of them (P. Hall, "On representatives of subsets", 1935).
// Pools nest and so do lives, so the sets of units that matter take in each location all units that last at least some number of days, and inside a pool
// no larger number than around it: the least surplus over all of them is found pool by pool, from the locations up.
internal sealed class LastingStock
{
    private readonly StockState _state;
    private readonly ItemState _item;
    private readonly Instant _now;

    // Descending; the first stands for "takes no units".
    private readonly int[] _days;
    private readonly long[,] _surplus;
    private readonly List<int>[] _inside;

    private LastingStock(StockState state, ItemState item, Instant now, SortedSet<int> days)
    {
        (_state, _item, _now) = (state, item, now);
        _days = [int.MaxValue, .. days.Reverse()];
        _surplus = new long[state.Tree.Count, _days.Length];
        _inside = new List<int>[state.Tree.Count];
        for (int node = 0; node < _inside.Length; node++)
        {
            _inside[node] = [];
        }

        for (int node = 0; node < _inside.Length; node++)
        {
            if (state.Tree.Parents[node] is >= 0 and var parent)
            {
                _inside[parent].Add(node);
            }
        }
    }

    public static bool Applies(StockState state, ItemState item) => (state.LastingChannels > 0 || item.Item.MinimumRemainingDays > 0) && item.Lots.Count > 0;

    // Days that a unit of the item must last for a channel.
    public static int DaysFor(StockState state, ItemState item, string? channel) =>
        Math.Max(item.Item.MinimumRemainingDays, channel is null ? 0 : state.Channels.GetValueOrDefault(channel)?.MinimumRemainingDays ?? 0);

    // As all claims but one leave it.
    public static LastingStock Of(StockState state, ItemState item, Instant now, int days, string? exceptClaim = null)
    {
        SortedSet<int> all = [item.Item.MinimumRemainingDays, days];
        if (item.Placed is { } placed)
        {
            all.UnionWith(placed.Lasting.Where(c => c.Value != 0).Select(c => DaysFor(state, item, c.Key.Channel)));
        }

        var stock = new LastingStock(state, item, now, all);
        stock.AddSupply();
        stock.AddClaims();
        foreach (StockClaim claim in Expiry.Expired(state, now))
        {
            stock.Leave(claim);
        }

        foreach (string id in state.AllocatedClaims)
        {
            StockClaim claim = state.ClaimOf(id)!;
            if (id != exceptClaim)
            {
                stock.Leave(claim);
                foreach (LotPick pick in claim.Picks.Where(p => p.Sku == item.Item.Sku))
                {
                    stock.Take(pick.Location, pick.Lot, pick.Quantity);
                }
            }
        }

        if (exceptClaim is not null && state.ClaimOf(exceptClaim) is { IsActive: true } own)
        {
            stock.Leave(own);
        }

        return stock;
    }

    // Units that one more claim could have.
    public long Available(int pool, int days) => Least(pool, days);

    // Units of a lot that may leave a place without hurting a claim.
    public long Room(string location, string? lot) => _state.Tree.TryFind(location, out int node) && DaysLeft(location, lot) is var days && days >= _days[^1] ? Math.Max(0, Least(node, days)) : long.MaxValue;

    public void Take(string location, string? lot, long quantity)
    {
        if (_state.Tree.TryFind(location, out int node))
        {
            Add(node, DaysLeft(location, lot), -quantity);
        }
    }

    public void Claim(int pool, int days, long quantity) => Ask(pool, days, quantity);

    private void AddSupply()
    {
        foreach ((AccountKey key, AccountState account) in _item.Accounts)
        {
            if (account.Quantity != 0 && key.Condition == StockCondition.Sellable && _state.Tree.TryFind(key.Location, out int node))
            {
                Add(node, DaysLeft(key.Location, key.Lot), account.Quantity);
            }
        }
    }

    private void AddClaims()
    {
        int least = _item.Item.MinimumRemainingDays;
        for (int node = 0; node < _inside.Length; node++)
        {
            Ask(node, least, _item.Pools[node].Claimed - _inside[node].Sum(n => _item.Pools[n].Claimed));
        }

        foreach (((string channel, int node), long units) in _item.Placed?.Lasting ?? [])
        {
            Ask(node, least, -units);
            Ask(node, DaysFor(_state, _item, channel), units);
        }
    }

    private void Leave(StockClaim claim)
    {
        foreach (ClaimLine line in claim.Lines)
        {
            if (line.Sku == _item.Item.Sku && line.Open > 0)
            {
                Ask(_state.Tree.NodeOf(line.Pool), DaysFor(_state, _item, claim.Channel), -line.Open);
            }
        }
    }

    // Units that last some days belong to every set that takes in those days or fewer.
    private void Add(int node, int days, long quantity)
    {
        for (int i = 1; i < _days.Length; i++)
        {
            _surplus[node, i] += _days[i] <= days ? quantity : 0;
        }
    }

    // A claim belongs to every set that takes in all units it can use.
    private void Ask(int node, int days, long quantity)
    {
        for (int i = 1; i < _days.Length; i++)
        {
            _surplus[node, i] -= _days[i] <= days ? quantity : 0;
        }
    }

    private int DaysLeft(string location, string? lot)
    {
        if (lot is null || _item.Lots.GetValueOrDefault(lot)?.Expires is not { } end || _state.Tree.Location(location) is not { } place)
        {
            return int.MaxValue - 1;
        }

        return Period.DaysBetween(_now.InZone(DateTimeZoneProviders.Tzdb[place.Zone]).Date, end);
    }

    // Least surplus of the sets that take in, at one node, the units that last the days or more.
    private long Least(int node, int days)
    {
        int root = node;
        while (_state.Tree.Parents[root] is >= 0 and var parent)
        {
            root = parent;
        }

        return Least(root, node, days)[0];
    }

    // By the first threshold that is allowed: inside a pool none smaller than around it.
    private long[] Least(int at, int node, int days)
    {
        long[] least = new long[_days.Length];
        for (int i = 0; i < least.Length; i++)
        {
            least[i] = at == node && _days[i] > days ? long.MaxValue : _surplus[at, i];
        }

        foreach (int inner in _inside[at])
        {
            long[] part = Least(inner, node, days);
            for (int i = 0; i < least.Length; i++)
            {
                least[i] = least[i] == long.MaxValue || part[i] == long.MaxValue ? long.MaxValue : least[i] + part[i];
            }
        }

        for (int i = least.Length - 2; i >= 0; i--)
        {
            least[i] = Math.Min(least[i], least[i + 1]);
        }

        return least;
    }
}
