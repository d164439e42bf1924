using System.Collections.Concurrent;
using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Channels.Internal;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Supply;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// The fold of the log. Only the writer changes it; readers use the published numbers, or the ledger's gate.
internal sealed partial class StockState
{
    private ItemState? _lastFound;

    public long Sequence { get; set; }

    public Instant RecordedAt { get; set; } = Instant.FromUnixTimeTicks(0);

    public PoolTree Tree { get; private set; } = new([], []);

    public ConcurrentDictionary<Sku, ItemState> Items { get; } = new();

    public IdBook Ids { get; } = new();

    public IEnumerable<StockClaim> Claims => Ids.Claims;

    public ConcurrentDictionary<string, SalesChannel> Channels { get; } = new(StringComparer.Ordinal);

    public HashSet<long> Reversed { get; } = [];

    // Ids of claims that are bound to lots.
    public HashSet<string> AllocatedClaims { get; } = new(StringComparer.Ordinal);

    // Copy of the heap's top that readers may look at without the gate.
    public long EarliestDue = long.MaxValue;

    public DueHeap Due { get; } = new();

    public bool HasKits => Items.Values.Any(i => i.Item.Components.Count > 0);

    public UndoLog Undo { get; } = new();

    public List<ItemState> Touched { get; } = [];

    public StockClaim? ClaimOf(string id) => Ids[id].Claim;

    public void Apply(Entry entry)
    {
        switch (entry)
        {
            case ReservationEntry e:
                Replace(e.Claim, answer: e);
                Sequence = e.Sequence;
                RecordedAt = e.RecordedAt;
                return;
            case ClaimEntry e:
                Replace(e.Claim);
                break;
            case ExpiryEntry e:
                foreach (string id in e.ClaimIds)
                {
                    Replace(Closed(ClaimOf(id)!, ClaimStatus.Expired));
                }

                break;
            case MovementEntry e:
                Apply(e);
                break;
            case DefinitionEntry e:
                Define(e);
                break;
        }

        if (entry.Key is { } key)
        {
            ref Remembered slot = ref Ids.Slot(key);
            Undo.Id(key, slot);
            slot.Answer = entry;
        }

        Sequence = entry.Sequence;
        RecordedAt = entry.RecordedAt;
    }

    public ItemState ItemOf(Sku sku)
    {
        if (Find(sku) is not { } item)
        {
            Items[sku] = item = new(new StockItem(sku), Tree);
        }

        return item;
    }

    // For the writer: one request asks several times for the same item. Items are never taken away, so the last one found stays good.
    public ItemState? Find(Sku sku)
    {
        if (_lastFound is { } last && last.Item.Sku == sku)
        {
            return last;
        }

        return Items.TryGetValue(sku, out ItemState? item) ? _lastFound = item : null;
    }

    public long Available(ItemState item, int node)
    {
        long least = long.MaxValue;
        for (; node >= 0; node = Tree.Parents[node])
        {
            least = Math.Min(least, item.Free(node));
        }

        return least;
    }

    public static Instant ExpiryInstant(LocalDate day, string zone) => day.PlusDays(1).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    public void Publish()
    {
        Volatile.Write(ref EarliestDue, Due.Earliest);
        foreach (ItemState item in Touched)
        {
            item.IsTouched = false;
            PublishOne(item);
        }

        Touched.Clear();
    }

    public void PublishOne(ItemState item)
    {
        if (!ReferenceEquals(item.Published.Tree, Tree))
        {
            long[] free = new long[Tree.Count];
            for (int node = 0; node < free.Length; node++)
            {
                free[node] = item.Free(node);
            }

            item.Published = new(Tree, free);
            return;
        }

        for (int node = 0; node < item.Pools.Length; node++)
        {
            Volatile.Write(ref item.Published.Free[node], item.Free(node));
        }
    }

    public void Touch(ItemState item)
    {
        if (!item.IsTouched)
        {
            item.IsTouched = true;
            Touched.Add(item);
        }
    }

    public void Restructure(IReadOnlyList<StockLocation> locations, IReadOnlyList<StockPool> pools)
    {
        Tree = new(locations, pools);
        foreach (ItemState item in Items.Values)
        {
            item.Pools = new PoolCounter[Tree.Count];
            item.Placed = null;
            Touch(item);
            foreach ((AccountKey key, AccountState account) in item.Accounts)
            {
                AddSellable(item, key, account.Quantity);
            }
        }

        foreach (StockClaim claim in Claims.Where(c => c.IsActive))
        {
            AddClaimed(claim, 1);
        }
    }

    public static AccountState AccountOf(ItemState item, in AccountKey key)
    {
        if (!item.Accounts.TryGetValue(key, out AccountState? account))
        {
            item.Accounts.Add(key, account = new());
        }

        return account;
    }

    // Puts back an account's balance from a snapshot.
    public void Restore(ItemState item, in AccountKey key, long quantity)
    {
        AccountOf(item, key).Quantity = quantity;
        AddSellable(item, key, quantity);
        WatchExpiry(item, key);
    }

    private void Apply(MovementEntry entry)
    {
        foreach (StockLot lot in entry.Lots)
        {
            ItemState item = ItemOf(lot.Sku);
            if (item.Lots.TryAdd(lot.Code, lot))
            {
                Undo.Do(() => item.Lots.Remove(lot.Code));
            }
        }

        IReadOnlyList<MovementLine> lines = entry.Movement.Lines;
        for (int i = 0; i < lines.Count; i++)
        {
            MovementLine line = lines[i];
            ItemState item = ItemOf(line.Sku);
            Touch(item);
            Move(item, line.From, -line.Quantity);
            Move(item, line.To, line.Quantity);
        }

        if (entry.Claim is { } claim)
        {
            Replace(claim, shipped: true);
        }

        if (entry.Movement.Reverses is { } reversed && Reversed.Add(reversed))
        {
            Undo.Do(() => Reversed.Remove(reversed));
        }

        if (entry.Against is { } against)
        {
            FulfilSupply(against, entry.Movement);
        }
    }

    private void Move(ItemState item, in StockAccount at, long quantity)
    {
        var key = new AccountKey(at.Location, at.Condition, at.Lot);
        AccountState account = AccountOf(item, key);
        Undo.Account(account);
        account.Quantity += quantity;
        AddSellable(item, key, quantity);
        if (quantity > 0 && at.Lot is not null)
        {
            WatchExpiry(item, key);
        }
    }

    private void AddSellable(ItemState item, in AccountKey key, long quantity)
    {
        if (key.Condition == StockCondition.Sellable && Tree.TryFind(key.Location, out int node))
        {
            for (; node >= 0; node = Tree.Parents[node])
            {
                Undo.Counter(item, node);
                item.Pools[node].Sellable += quantity;
            }
        }
    }

    private void WatchExpiry(ItemState item, in AccountKey key)
    {
        if (key is { Condition: StockCondition.Sellable, Lot: { } code } && item.Lots.TryGetValue(code, out StockLot? lot) && lot.Expires is { } day && Tree.Location(key.Location) is { } place)
        {
            Due.Push(new(ExpiryInstant(day, place.Zone).ToUnixTimeTicks(), new LotDue(item, code, key.Location)));
        }
    }

    private void FulfilSupply(string reference, Movement movement)
    {
        foreach (MovementLine line in movement.Lines)
        {
            if (Items[line.Sku].Supply is { } all && all.TryGetValue(reference, out ExpectedSupply? supply))
            {
                SetSupply(Items[line.Sku], supply with { Quantity = Math.Max(0, supply.Quantity - line.Quantity) });
            }
        }
    }

    private void SetSupply(ItemState item, ExpectedSupply supply)
    {
        Dictionary<string, ExpectedSupply> all = item.Supply ??= new(StringComparer.Ordinal);
        ExpectedSupply? before = all.GetValueOrDefault(supply.Reference);
        Undo.Do(() => Put(all, supply.Reference, before));
        Put(all, supply.Reference, supply.Quantity == 0 ? null : supply);
    }

    private void Define(DefinitionEntry entry)
    {
        switch (entry)
        {
            case LocationEntry e:
                PoolTree tree = Tree;
                Undo.Do(() => Restructure(tree.Locations, tree.Pools));
                Restructure([.. tree.Locations.Where(l => l.Code != e.Location.Code), e.Location], tree.Pools);
                break;
            case PoolEntry e:
                PoolTree old = Tree;
                Undo.Do(() => Restructure(old.Locations, old.Pools));
                Restructure(old.Locations, [.. old.Pools.Where(p => p.Name != e.Pool.Name), e.Pool]);
                break;
            case ItemEntry e:
                ItemState item = ItemOf(e.Item.Sku);
                StockItem was = item.Item;
                Undo.Do(() => item.Item = was);
                item.Item = e.Item;
                Touch(item);
                break;
            case ChannelEntry e:
                SalesChannel? channel = Channels.GetValueOrDefault(e.Channel.Name);
                Undo.Do(() => SetChannel(e.Channel.Name, channel));
                SetChannel(e.Channel.Name, e.Channel);
                break;
            case PeriodEntry e:
                ClosedPeriod? period = ClosedPeriod;
                Undo.Do(() => ClosedPeriod = period);
                ClosedPeriod = e.ToPeriod();
                break;
            case ChannelItemEntry e:
                SetChannelItem(ItemOf(e.Item.Sku), e.Item);
                break;
            case SupplyEntry e:
                SetSupply(ItemOf(e.Supply.Sku), e.Supply);
                break;
        }
    }

    private static void Put<T>(IDictionary<string, T> into, string key, T? value)
        where T : class
    {
        if (value is null)
        {
            into.Remove(key);
        }
        else
        {
            into[key] = value;
        }
    }
}
