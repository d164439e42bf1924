using EcomOps.Analytics.Growth.Internal;
using EcomOps.Analytics.Metrics;

namespace EcomOps.Analytics.Growth;

/// <summary>The contribution waterfall of a period, as a whole and by order, product, category, channel or country.</summary>
/// <param name="Period">Days.</param>
/// <param name="Group">By what it is split.</param>
/// <param name="Total">The whole.</param>
/// <param name="Groups">Parts, the highest CM3 first, then by key; line by line they add up to the whole exactly.</param>
public sealed record ContributionReport(ReportPeriod Period, ContributionGroup Group, ContributionWaterfall Total, IReadOnlyList<ContributionWaterfall> Groups)
{
    /// <summary>Key of spend on channels without an order in the period, where a split has no channel of its own to book it on.</summary>
    public const string Unallocated = "(unallocated)";

    /// <summary>Computes a report.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="period">Days; orders count when placed, refunds when refunded, spend on its day.</param>
    /// <param name="group">Split.</param>
    /// <returns>The report.</returns>
    /// <remarks>
    /// Costs of an order are split over its lines in proportion to their value after discounts (equally when all are free), to the minor
    /// unit by largest remainder. Spend of a channel is split over the orders of that channel in the same way; spend of a channel without
    /// an order stays with the channel, or in <see cref="Unallocated"/> where there is none. Refunds without an order or category stand
    /// under <see cref="FactFilter.Unknown"/>.
    /// </remarks>
    public static ContributionReport Compute(ShopFacts facts, ReportPeriod period, ContributionGroup group)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Dictionary<string, ContributionWaterfall> parts = new ContributionSum(facts, period, group).Run();
        return new ContributionReport(
            period, group,
            parts.Values.Aggregate(new ContributionWaterfall(), (sum, part) => sum.Plus(part)),
            [.. parts.Values.OrderByDescending(p => p.Cm3).ThenBy(p => p.Key, StringComparer.Ordinal)]);
    }
}
