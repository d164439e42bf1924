using EcomOps.Core;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Locations;
using NodaTime;

namespace EcomOps.Inventory.Lots.Internal;

// What to take: of an item, inside a pool or one location, so many units, lasting so long.
internal sealed record PickWish(ItemState Item, int Pool, string? Lot, long Quantity, int MinimumDays, LotPicking? Picking)
{
    // Sales without a claim must leave what is promised at each location.
    public bool RespectsClaims { get; init; } = true;

    // The claim that is served, or null.
    public string? ClaimId { get; init; }
}

// Chooses locations and lots. Pure: it reads the state and gives picks.
internal static class LotPicker
{
    // Units that other claims have bound to a lot at a place.
    public static Dictionary<(Sku, string, string?), long>? Allocated(StockState state, string? exceptClaim)
    {
        Dictionary<(Sku, string, string?), long>? bound = null;
        if (state.AllocatedClaims.Count == 0)
        {
            return null;
        }

        foreach (string id in state.AllocatedClaims)
        {
            if (id != exceptClaim)
            {
                foreach (LotPick pick in state.ClaimOf(id)!.Picks)
                {
                    bound ??= [];
                    bound[(pick.Sku, pick.Location, pick.Lot)] = bound.GetValueOrDefault((pick.Sku, pick.Location, pick.Lot)) + pick.Quantity;
                }
            }
        }

        return bound;
    }

    // Whether a pick's lot lasts some days from today on.
    public static bool Lasts(StockState state, ItemState item, LotPick pick, Instant now, int days) =>
        days == 0 || pick.Lot is null || item.Lots.GetValueOrDefault(pick.Lot)?.Expires is not { } end
        || Period.DaysBetween(now.InZone(DateTimeZoneProviders.Tzdb[state.Tree.Location(pick.Location)!.Zone]).Date, end) >= days;

    public static Issue? Pick(StockState state, PickWish wish, Instant now, List<LotPick> picks, Dictionary<(Sku, string, string?), long>? bound)
    {
        StockItem item = wish.Item.Item;
        var room = new Dictionary<string, long>(StringComparer.Ordinal);
        var candidates = new List<Candidate>();
        int days = Math.Max(wish.MinimumDays, item.MinimumRemainingDays);
        Dictionary<(string Location, string? Lot), int> taken = Taken(item.Sku, picks);
        for (int rank = 0; rank < state.Tree.InPickOrder.Count; rank++)
        {
            StockLocation place = state.Tree.InPickOrder[rank];
            int node = state.Tree.NodeOf(place.Code);
            if (!state.Tree.IsWithin(node, wish.Pool))
            {
                continue;
            }

            room[place.Code] = wish.RespectsClaims ? Room(state, wish, node) : long.MaxValue;
            LocalDate today = now.InZone(DateTimeZoneProviders.Tzdb[place.Zone]).Date;
            foreach ((AccountKey key, AccountState account) in wish.Item.Accounts)
            {
                if (account.Quantity <= 0 || key.Condition != StockCondition.Sellable || key.Location != place.Code || (wish.Lot is not null && key.Lot != wish.Lot))
                {
                    continue;
                }

                StockLot? lot = key.Lot is null ? null : wish.Item.Lots.GetValueOrDefault(key.Lot);
                long free = account.Quantity - (bound?.GetValueOrDefault((item.Sku, place.Code, key.Lot)) ?? 0)
                    - (taken.TryGetValue((place.Code, key.Lot), out int before) ? picks[before].Quantity : 0);
                if (free > 0 && (lot?.Expires is not { } end || Period.DaysBetween(today, end) >= days))
                {
                    candidates.Add(new(place.Code, rank, key.Lot, lot, free));
                }
            }
        }

        Comparison<Candidate> order = Order(wish.Picking ?? item.Picking);
        candidates.Sort((a, b) => order(a, b) is var first and not 0 ? first : Ties(a, b));
        LastingStock? lasting = wish.RespectsClaims && LastingStock.Applies(state, wish.Item) ? LastingStock.Of(state, wish.Item, now, days, wish.ClaimId) : null;
        foreach (LotPick pick in lasting is null ? [] : picks.Where(p => p.Sku == item.Sku))
        {
            lasting!.Take(pick.Location, pick.Lot, pick.Quantity);
        }

        long left = Take(candidates, room, lasting, item.Sku, wish.Quantity, wish.Picking ?? item.Picking, picks, taken);
        return left == 0 ? null : new("not_enough_to_pick", $"lines[{item.Sku}]",
            $"{wish.Quantity - left} of {wish.Quantity} units of '{item.Sku}' can be picked; the rest is not there, promised elsewhere, or does not last {days} days.");
    }

    // Units that may leave a location without breaking claims on it or on pools between it and the wish's own.
    private static long Room(StockState state, PickWish wish, int node)
    {
        long least = long.MaxValue;
        for (; node >= 0 && node != wish.Pool; node = state.Tree.Parents[node])
        {
            least = Math.Min(least, wish.Item.Free(node));
        }

        return Math.Max(0, least);
    }

    // Where the picks of an item stand in the list: one for each place and lot.
    private static Dictionary<(string Location, string? Lot), int> Taken(Sku sku, List<LotPick> picks)
    {
        var taken = new Dictionary<(string Location, string? Lot), int>();
        for (int i = 0; i < picks.Count; i++)
        {
            if (picks[i].Sku == sku)
            {
                taken[(picks[i].Location, picks[i].Lot)] = i;
            }
        }

        return taken;
    }

    private static long Take(
        List<Candidate> candidates, Dictionary<string, long> room, LastingStock? lasting, Sku sku, long quantity, LotPicking picking, List<LotPick> picks, Dictionary<(string Location, string? Lot), int> places)
    {
        long left = quantity;
        if (picking == LotPicking.FewestPackages)
        {
            // Whole packages first, the largest first; what remains is broken out of the smallest.
            for (int i = 0; i < candidates.Count && left > 0; i++)
            {
                long size = candidates[i].Lot?.PackageSize ?? 1;
                long whole = Math.Min(May(i), left) / size * size;
                if (whole > 0 && size > 1)
                {
                    left -= whole;
                    Add(whole, i);
                }
            }

            candidates.Reverse();
        }

        for (int i = 0; i < candidates.Count && left > 0; i++)
        {
            long taken = Math.Min(May(i), left);
            if (taken > 0)
            {
                left -= taken;
                Add(taken, i);
            }
        }

        return left;

        long May(int i) => Math.Min(Math.Min(candidates[i].Free, room[candidates[i].Location]), lasting?.Room(candidates[i].Location, candidates[i].LotCode) ?? long.MaxValue);

        void Add(long taken, int i)
        {
            Candidate source = candidates[i];
            lasting?.Take(source.Location, source.LotCode, taken);
            candidates[i] = source with { Free = source.Free - taken };
            room[source.Location] -= room[source.Location] == long.MaxValue ? 0 : taken;
            if (places.TryGetValue((source.Location, source.LotCode), out int same))
            {
                picks[same] = picks[same] with { Quantity = picks[same].Quantity + taken };
            }
            else
            {
                places.Add((source.Location, source.LotCode), picks.Count);
                picks.Add(new(sku, source.Location, source.LotCode, taken));
            }
        }
    }

    private static Comparison<Candidate> Order(LotPicking picking) => picking switch
    {
        LotPicking.FirstExpired => static (a, b) => Expiry(a).CompareTo(Expiry(b)) is var e and not 0 ? e : Age(a).CompareTo(Age(b)),
        LotPicking.FirstReceived => static (a, b) => Age(a).CompareTo(Age(b)),
        LotPicking.LastReceived => static (a, b) => a.Lot is null || b.Lot is null ? Age(a).CompareTo(Age(b)) : Age(b).CompareTo(Age(a)),
        LotPicking.Nearest => static (a, b) => a.Rank.CompareTo(b.Rank) is var r and not 0 ? r : Expiry(a).CompareTo(Expiry(b)),
        _ => static (a, b) => (b.Lot?.PackageSize ?? 1).CompareTo(a.Lot?.PackageSize ?? 1),
    };

    private static int Ties(Candidate a, Candidate b) =>
        a.Rank.CompareTo(b.Rank) is var rank and not 0 ? rank : string.CompareOrdinal(a.LotCode, b.LotCode);

    private static LocalDate Expiry(Candidate candidate) => candidate.Lot?.Expires ?? LocalDate.MaxIsoValue;

    // Units without a lot count as the youngest.
    private static Instant Age(Candidate candidate) => candidate.Lot?.ReceivedAt ?? Instant.MaxValue;

    private readonly record struct Candidate(string Location, int Rank, string? LotCode, StockLot? Lot, long Free);
}
