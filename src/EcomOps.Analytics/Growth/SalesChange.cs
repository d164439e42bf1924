using EcomOps.Analytics.Metrics;

namespace EcomOps.Analytics.Growth;

/// <summary>Why net sales of one period differ from those of another: how many orders, how large, and what came back. The three effects add up to the change exactly.</summary>
/// <param name="Now">Period.</param>
/// <param name="Before">Period it is compared with.</param>
/// <param name="NetBefore">Net sales before, in major units of the shop's currency.</param>
/// <param name="NetNow">Net sales now.</param>
/// <param name="OrdersEffect">Change of the number of orders x average order value before.</param>
/// <param name="OrderValueEffect">Change of the average order value x orders now.</param>
/// <param name="ReturnsEffect">Returns before less returns now: negative when more came back.</param>
/// <remarks>
/// The usual split of a product of two factors, the second at its new level of the first (price and volume variance in cost accounting). It says
/// which figure moved, not what moved it.
/// </remarks>
public sealed record SalesChange(ReportPeriod Now, ReportPeriod Before, decimal NetBefore, decimal NetNow, decimal OrdersEffect, decimal OrderValueEffect, decimal ReturnsEffect)
{
    private readonly ShopFacts? _facts;

    private SalesChange(ShopFacts facts, ReportPeriod now, ReportPeriod before, PeriodTotals from, PeriodTotals to, decimal orders)
        : this(now, before, from.NetSales, to.NetSales, orders, to.GrossRevenue - from.GrossRevenue - orders, from.Returns - to.Returns) => _facts = facts;

    /// <summary>Change of net sales.</summary>
    public decimal Change => NetNow - NetBefore;

    /// <summary>Compares two periods.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="now">Period.</param>
    /// <param name="before">Period to compare with; of another length its sales are not scaled.</param>
    /// <returns>The change; without orders before, all of it is the effect of orders.</returns>
    public static SalesChange Between(ShopFacts facts, ReportPeriod now, ReportPeriod before)
    {
        ArgumentNullException.ThrowIfNull(facts);
        PeriodTotals from = facts.Totals(before), to = facts.Totals(now);
        decimal orders = from.Orders == 0 ? to.GrossRevenue : (to.Orders - from.Orders) * from.GrossRevenue / from.Orders;
        return new SalesChange(facts, now, before, from, to, orders);
    }

    /// <summary>What each value of a dimension adds to the change.</summary>
    /// <param name="dimension">Dimension.</param>
    /// <returns>Parts with sales or returns in one of the periods, the largest change in either direction first, then by key; they add up to the change exactly.</returns>
    /// <exception cref="InvalidOperationException">The change was not made by <see cref="Between"/>.</exception>
    public IReadOnlyList<SalesChangePart> By(FactDimension dimension)
    {
        ShopFacts facts = _facts ?? throw new InvalidOperationException("Only a computed change knows the facts to split.");
        return
        [
            .. facts.Values(dimension).Append(FactFilter.Unknown)
                .Select(value => (value, Before: facts.Totals(Before, FactFilter.Of(dimension, value)), Now: facts.Totals(Now, FactFilter.Of(dimension, value))))
                .Where(p => p.Before.Orders + p.Now.Orders > 0 || p.Before.NetSales != 0 || p.Now.NetSales != 0)
                .Select(p => new SalesChangePart(p.value, p.Before.NetSales, p.Now.NetSales))
                .OrderByDescending(p => Math.Abs(p.Change)).ThenBy(p => p.Key, StringComparer.Ordinal),
        ];
    }
}
