using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using NodaTime;

namespace EcomOps.Analytics.Dashboard;

/// <summary>What a dashboard shows of the metrics: every figure of it comes from the registry. Drawing is the work of EcomOps.Reporting.</summary>
/// <param name="Month">Reported month.</param>
/// <param name="Report">Its metrics against prior month, prior year and target.</param>
/// <param name="Months">Complete months up to the reported one, oldest first.</param>
/// <param name="Metrics">Metrics of the views.</param>
/// <param name="Views">The whole shop first, then channels, categories and segments, each by gross revenue of the reported month.</param>
/// <param name="ByProduct">Contribution by product.</param>
/// <param name="ByChannel">Contribution by acquisition channel.</param>
public sealed record ShopDashboard(
    YearMonth Month,
    KpiReport Report,
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<Metric> Metrics,
    IReadOnlyList<DashboardView> Views,
    ContributionReport ByProduct,
    ContributionReport ByChannel)
{
    /// <summary>Dimensions by which a dashboard can be filtered.</summary>
    public static IReadOnlyList<FactDimension> Dimensions { get; } = [FactDimension.Channel, FactDimension.Category, FactDimension.Segment, FactDimension.Country, FactDimension.SalesChannel];

    /// <summary>Computes a dashboard.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="months">Complete months, oldest first, at least one; the last one is reported.</param>
    /// <param name="metrics">Ids of the metrics of the views, in the registry.</param>
    /// <param name="registry">Metrics; the standard ones when null.</param>
    /// <param name="targets">Targets of the month by metric id.</param>
    /// <param name="valuesPerDimension">Most values of a dimension that get a view, those with most gross revenue in the reported month; 0 or more.</param>
    /// <returns>The dashboard.</returns>
    /// <exception cref="ArgumentException">There is no month.</exception>
    /// <exception cref="KeyNotFoundException">A metric is not in the registry.</exception>
    public static ShopDashboard Compute(
        ShopFacts facts, IReadOnlyList<YearMonth> months, IReadOnlyList<string> metrics, MetricRegistry? registry = null, IReadOnlyDictionary<string, decimal>? targets = null, int valuesPerDimension = 12)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(months);
        ArgumentNullException.ThrowIfNull(metrics);
        if (months.Count == 0)
        {
            throw new ArgumentException("A dashboard needs a month to report.", nameof(months));
        }

        MetricRegistry known = registry ?? MetricRegistry.Standard;
        Metric[] shown = [.. metrics.Select(id => known[id])];
        ReportPeriod period = ReportPeriod.Of(months[^1]);
        DashboardView View(FactDimension? dimension, string? value)
        {
            FactFilter filter = dimension is { } d ? FactFilter.Of(d, value!) : FactFilter.None;
            return new(dimension, value, [.. shown.Select(m => (IReadOnlyList<decimal?>)[.. months.Select(month => facts.Value(m, ReportPeriod.Of(month), filter))])]);
        }

        IEnumerable<DashboardView> Split(FactDimension dimension)
        {
            string[] values =
            [
                .. facts.Values(dimension).Select(v => (Value: v, Totals: facts.Totals(period, FactFilter.Of(dimension, v))))
                    .Where(v => v.Totals.Orders > 0 || v.Totals.Sessions > 0)
                    .OrderByDescending(v => v.Totals.GrossRevenue).ThenBy(v => v.Value, StringComparer.Ordinal).Take(valuesPerDimension).Select(v => v.Value),
            ];
            return values.Length < 2 ? [] : values.Select(v => View(dimension, v));
        }

        return new ShopDashboard(
            months[^1],
            KpiReport.Compute(facts, period, known, targets),
            [.. months],
            shown,
            [View(null, null), .. Dimensions.SelectMany(Split)],
            ContributionReport.Compute(facts, period, ContributionGroup.Product),
            ContributionReport.Compute(facts, period, ContributionGroup.Channel));
    }
}
