using EcomOps.Inventory.Policies.Internal;

namespace EcomOps.Inventory.Policies;

/// <summary>Order-up-to levels of many items of rare demand whose customers do not wait, from their histories.</summary>
/// <remarks>
/// <para>
/// A handful of demands tells little about an item, so the items teach each other (parametric empirical Bayes; Morris 1983, JASA 78): the
/// chance of demand in a period is drawn towards that of the assortment with the weight that a beta prior by moments gives it, the
/// logarithm of the mean size with the weight of a normal prior. Without that the items that happened to sell often, or in large lots,
/// are overstocked.
/// </para>
/// <para>
/// The demand of each item is then sampled from a negative binomial (a fixed seed, the same for every level) and run through the policy of
/// <see cref="LostSalesPolicy"/>; the level of the least holding and lost-sales cost wins, with a fifth of the weight on the cost that the
/// item's own history would have had. Levels above 20 are tried in steps of 8 %.
/// Uses the history alone: call it again when there is more. Items without demand get level 0. Deterministic, whatever the number of
/// processors; thread-safe.
/// </para>
/// </remarks>
public static class LostSalesAssortment
{
    /// <summary>The cheapest (R, S) level of each item.</summary>
    /// <param name="items">The items; any number. One alone is taken as it is, without others to learn from.</param>
    /// <param name="leadTime">L, whole periods; 0 or more: an order at a review arrives L periods later, before that period's demand.</param>
    /// <param name="reviewPeriods">R, whole periods between reviews; 1 or more, default 1.</param>
    /// <param name="seed">Seed of the sampled demand.</param>
    /// <returns>Whole S and its sampled cost per period for each item, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cost is not above 0, the lead time is negative or the review below 1.</exception>
    public static IReadOnlyList<BaseStock> BestOrderUpTo(IReadOnlyList<LostSalesItem> items, int leadTime, int reviewPeriods = 1, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfNegative(leadTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(reviewPeriods, 1);
        foreach (LostSalesItem item in items)
        {
            Require.Positive(item.HoldingCost, item.LostSaleCost);
        }

        RareItem[] seen = [.. items.Select(i => RareItem.Of(i.History))];
        RareAssortment assortment = RareAssortment.Of(seen);
        var levels = new BaseStock[items.Count];
        Parallel.For(0, items.Count, i => levels[i] = seen[i].Demands == 0
            ? new BaseStock(0, 0)
            : new SampledLostSales(assortment.Sample(seen[i], seed), seen[i].Path, leadTime, reviewPeriods).Best(items[i].HoldingCost, items[i].LostSaleCost));
        return levels;
    }
}
