using EcomOps.Inventory.Ledger.Internal;
using NodaTime;

namespace EcomOps.Inventory.Supply.Internal;

// Available to promise by date over the pool of everything: the least projected number from a date on.
internal static class PromiseDates
{
    public static long At(StockState state, ItemState item, int node, Instant date, Instant now, SupplyConfidence least, Duration overdue)
    {
        long now0 = state.Available(item, node);
        long projected = now0;
        long result = long.MaxValue;
        bool reached = false;

        // Claims are due at once, so the projection only grows with receipts; the minimum from the date on is still taken in full.
        foreach ((Instant due, long quantity) in Receipts(state, item, node, now, least, overdue))
        {
            if (!reached && due > date)
            {
                reached = true;
                result = projected;
            }

            projected += quantity;
            if (reached)
            {
                result = Math.Min(result, projected);
            }
        }

        return Math.Max(0, reached ? result : projected);
    }

    // First date at which the claim's units, after everything claimed before it, are covered by confirmed or expected supply.
    public static Instant? FirstFor(StockState state, ItemState item, long quantity, Instant now)
    {
        long projected = state.Available(item, PoolTree.Root) - quantity;
        if (projected >= 0)
        {
            return now;
        }

        foreach ((Instant due, long units) in Receipts(state, item, PoolTree.Root, now, SupplyConfidence.Expected, Duration.Zero))
        {
            projected += units;
            if (projected >= 0)
            {
                return due;
            }
        }

        return null;
    }

    private static IEnumerable<(Instant Due, long Quantity)> Receipts(StockState state, ItemState item, int node, Instant now, SupplyConfidence least, Duration overdue) =>
        from supply in (item.Supply ?? []).Values
        where supply.Confidence <= least && state.Tree.TryFind(supply.At, out int at) && state.Tree.IsWithin(at, node)
        let due = supply.DueAt > now ? supply.DueAt : now + overdue
        orderby due, supply.Reference
        select (due, supply.Quantity);
}
