using EcomOps.Core;
using EcomOps.Inventory.Channels.Internal;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Lots.Internal;
using EcomOps.Inventory.Supply.Internal;
using NodaTime;

namespace EcomOps.Inventory.Reservations.Internal;

// What a basket needs per item and pool, and whether it can have it.
internal static class Demand
{
    // Kits become components; equal items of equal pools are summed.
    public static IReadOnlyList<ClaimLine> Of(ReservationRequest request, StockState state)
    {
        IReadOnlyList<ReservationLine> lines = request.Lines;
        if (lines.Count == 1 && state.Items[lines[0].Sku].Item.Components.Count == 0)
        {
            return [new ClaimLine(lines[0].Sku, lines[0].Pool ?? request.Pool, lines[0].Quantity, lines[0].Quantity)];
        }

        var sums = new List<(Sku Sku, string Pool, long Quantity)>(lines.Count);
        foreach (ReservationLine line in lines)
        {
            string pool = line.Pool ?? request.Pool;
            IReadOnlyList<KitComponent> components = state.Items[line.Sku].Item.Components;
            if (components.Count == 0)
            {
                Add(sums, line.Sku, pool, line.Quantity);
            }

            foreach (KitComponent component in components)
            {
                Add(sums, component.Sku, pool, line.Quantity * component.Quantity);
            }
        }

        // One fixed order, so that equal baskets give equal claims.
        return [.. sums.OrderBy(s => s.Sku).ThenBy(s => s.Pool, StringComparer.Ordinal).Select(s => new ClaimLine(s.Sku, s.Pool, s.Quantity, s.Quantity))];
    }

    // The ordinary case of one item that is there: no lists, no copies.
    public static ClaimLine[]? One(ReservationRequest request, StockState state)
    {
        if (request.Lines.Count != 1)
        {
            return null;
        }

        ReservationLine line = request.Lines[0];
        ItemState item = state.ItemOf(line.Sku);
        string pool = line.Pool ?? request.Pool;
        return item.Item.Components.Count == 0 && item.Channels is null && !LastingStock.Applies(state, item) && state.Available(item, state.Tree.NodeOf(pool)) >= line.Quantity
            ? [new ClaimLine(line.Sku, pool, line.Quantity, line.Quantity)]
            : null;
    }

    public static ClaimLine[]? Claim(IReadOnlyList<ClaimLine> wanted, StockState state, string? channel, bool partial, Instant now, out List<Shortfall>? shortfalls)
    {
        shortfalls = null;
        var held = new ClaimLine[wanted.Count];
        int count = 0;
        for (int i = 0; i < wanted.Count; i++)
        {
            ClaimLine line = wanted[i];
            ItemState item = state.Items[line.Sku];
            int node = state.Tree.NodeOf(line.Pool);
            long available = LastingStock.Applies(state, item)
                ? Lasting(state, item, node, channel, now, held.AsSpan(0, count))
                : Available(state, item, node, channel, held.AsSpan(0, count));
            long claimable = Math.Max(0, available);
            if (claimable < line.Quantity)
            {
                claimable += Backorders.Room(state, item, channel, available, now, held.AsSpan(0, count));
            }

            long taken = Math.Min(line.Quantity, claimable);
            if (taken < line.Quantity)
            {
                (shortfalls ??= []).Add(new(line.Sku, line.Pool, line.Quantity, claimable));
                if (!partial || taken == 0)
                {
                    continue;
                }
            }

            long backordered = Math.Max(0, taken - Math.Max(0, available));
            held[count++] = backordered == 0
                ? line with { Quantity = taken, Open = taken }
                : line with { Quantity = taken, Open = taken, Backordered = backordered, PromisedFor = PromiseDates.FirstFor(state, item, taken, now) };
        }

        if (count == 0 || (shortfalls is not null && !partial))
        {
            return null;
        }

        return count == held.Length ? held : held[..count];
    }

    // What one more claim may have now, and how many units beyond it. Expired holds count no more, whether they are booked or not.
    public static (long Available, long Beyond) Of(StockState state, ItemState item, int pool, string? channel, Instant now)
    {
        long available;
        if (LastingStock.Applies(state, item))
        {
            available = Lasting(state, item, pool, channel, now, []);
        }
        else
        {
            available = long.MaxValue;
            for (int node = pool; node >= 0; node = state.Tree.Parents[node])
            {
                available = Math.Min(available, item.Free(node) + Expiry.Correction(state, item, node, now));
            }

            available -= item.Channels is null ? 0 : ChannelQuotas.UnusedByOthers(item, channel, available);
        }

        return (Math.Max(0, available), Backorders.Room(state, item, channel, available, now, []));
    }

    // Least free number around the pool, less what earlier lines of the basket take and what other channels keep for themselves.
    private static long Available(StockState state, ItemState item, int pool, string? channel, ReadOnlySpan<ClaimLine> earlier)
    {
        long least = long.MaxValue;
        for (int node = pool; node >= 0; node = state.Tree.Parents[node])
        {
            long free = item.Free(node);
            foreach (ClaimLine line in earlier)
            {
                if (line.Sku == item.Item.Sku && state.Tree.IsWithin(state.Tree.NodeOf(line.Pool), node))
                {
                    free -= line.Open;
                }
            }

            least = Math.Min(least, free);
        }

        return item.Channels is null ? least : least - ChannelQuotas.UnusedByOthers(item, channel, least);
    }

    // The same where the rest of a unit's life matters.
    private static long Lasting(StockState state, ItemState item, int pool, string? channel, Instant now, ReadOnlySpan<ClaimLine> earlier)
    {
        int days = LastingStock.DaysFor(state, item, channel);
        var stock = LastingStock.Of(state, item, now, days);
        foreach (ClaimLine line in earlier)
        {
            if (line.Sku == item.Item.Sku)
            {
                stock.Claim(state.Tree.NodeOf(line.Pool), days, line.Open);
            }
        }

        long least = stock.Available(pool, days);
        return item.Channels is null ? least : least - ChannelQuotas.UnusedByOthers(item, channel, least);
    }

    private static void Add(List<(Sku Sku, string Pool, long Quantity)> sums, Sku sku, string pool, long quantity)
    {
        for (int i = 0; i < sums.Count; i++)
        {
            if (sums[i].Sku == sku && sums[i].Pool == pool)
            {
                sums[i] = (sku, pool, sums[i].Quantity + quantity);
                return;
            }
        }

        sums.Add((sku, pool, quantity));
    }
}
