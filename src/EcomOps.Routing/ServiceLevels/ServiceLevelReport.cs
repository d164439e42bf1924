using NodaTime;

namespace EcomOps.Routing.ServiceLevels;

/// <summary>Promises kept and missed in all, by tier and region, and by location.</summary>
/// <param name="Total">All promises.</param>
/// <param name="ByTierAndRegion">By <c>tier/region</c>, ordinally; with the target of the level where there is one.</param>
/// <param name="ByLocation">By location id, ordinally.</param>
/// <remarks>Immutable.</remarks>
public sealed record ServiceLevelReport(ServiceLevelCount Total, IReadOnlyList<ServiceLevelCount> ByTierAndRegion, IReadOnlyList<ServiceLevelCount> ByLocation)
{
    /// <summary>Counts promises.</summary>
    /// <param name="deliveries">Promises; each counts once, so give the latest part of an order where the order counts.</param>
    /// <param name="asOf">Day of the report: what is under way and was promised before it is missed.</param>
    /// <param name="levels">Levels for the targets; null for none.</param>
    /// <returns>The report.</returns>
    public static ServiceLevelReport Of(IEnumerable<PromisedDelivery> deliveries, LocalDate asOf, ServiceLevelTable? levels = null)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        List<PromisedDelivery> all = [.. deliveries];
        return new ServiceLevelReport(
            Count(string.Empty, all, asOf, null),
            [.. all.GroupBy(d => (d.Tier, d.Region))
                .OrderBy(g => g.Key.Tier, StringComparer.Ordinal).ThenBy(g => g.Key.Region, StringComparer.Ordinal)
                .Select(g => Count($"{g.Key.Tier}/{g.Key.Region}", g, asOf, levels?.Find(g.Key.Tier, g.Key.Region)?.Target))],
            [.. all.GroupBy(d => d.LocationId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Count(g.Key, g, asOf, null))]);
    }

    private static ServiceLevelCount Count(string group, IEnumerable<PromisedDelivery> deliveries, LocalDate asOf, decimal? target)
    {
        int kept = 0, missed = 0, open = 0;
        foreach (PromisedDelivery delivery in deliveries)
        {
            if (delivery.DeliveredOn is { } day ? day <= delivery.PromisedOn : asOf <= delivery.PromisedOn)
            {
                _ = delivery.DeliveredOn is null ? open++ : kept++;
            }
            else
            {
                missed++;
            }
        }

        return new ServiceLevelCount(group, kept, missed, open, target);
    }
}
