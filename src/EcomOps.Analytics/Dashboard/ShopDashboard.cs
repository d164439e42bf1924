using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using NodaTime;

namespace EcomOps.Analytics.Dashboard;

/// <summary>What a dashboard shows of the metrics: every figure of it comes from the registry. Drawing is the work of EcomOps.Reporting.</summary>
/// <param name="Month">Reported month.</param>
/// <param name="Report">Its metrics against prior month, prior year and target.</param>
/// <param name="Months">Complete months up to the reported one, oldest first.</param>
/// <param name="Daily">Figures by day of the whole shop, then of channels, categories, segments, countries and sales channels, each by gross revenue of the reported month: any range of days can be made from them.</param>
/// <param name="ByProduct">Contribution by product.</param>
/// <param name="ByChannel">Contribution by acquisition channel.</param>
public sealed record ShopDashboard(
    YearMonth Month,
    KpiReport Report,
    IReadOnlyList<YearMonth> Months,
    DailyFigures Daily,
    ContributionReport ByProduct,
    ContributionReport ByChannel)
{
    /// <summary>Dimensions by which a dashboard can be filtered.</summary>
    public static IReadOnlyList<FactDimension> Dimensions { get; } = [FactDimension.Channel, FactDimension.Category, FactDimension.Segment, FactDimension.Country, FactDimension.SalesChannel];

    /// <summary>Computes a dashboard.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="months">Complete months, oldest first, at least one; the last one is reported. The daily figures begin with the first one and end with the facts.</param>
    /// <param name="metrics">Ids of the metrics of the daily figures, in the registry.</param>
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
        var days = new ReportPeriod(months[0].OnDayOfMonth(1), facts.Coverage is { } coverage && coverage.Until > period.Until ? coverage.Until : period.Until);
        IEnumerable<(FactDimension, string)> Split(FactDimension dimension)
        {
            string[] values =
            [
                .. facts.Values(dimension).Select(v => (Value: v, Totals: facts.Totals(period, FactFilter.Of(dimension, v))))
                    .Where(v => v.Totals.Orders > 0 || v.Totals.Sessions > 0)
                    .OrderByDescending(v => v.Totals.GrossRevenue).ThenBy(v => v.Value, StringComparer.Ordinal).Take(valuesPerDimension).Select(v => v.Value),
            ];
            return values.Length < 2 ? [] : values.Select(v => (dimension, v));
        }

        return new ShopDashboard(
            months[^1],
            KpiReport.Compute(facts, period, known, targets),
            [.. months],
            DailyFigures.Compute(facts, days, shown, [.. Dimensions.SelectMany(Split)]),
            ContributionReport.Compute(facts, period, ContributionGroup.Product),
            ContributionReport.Compute(facts, period, ContributionGroup.Channel));
    }
}
