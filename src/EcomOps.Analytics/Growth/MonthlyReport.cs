using EcomOps.Analytics.Metrics;
using NodaTime;

namespace EcomOps.Analytics.Growth;

/// <summary>One month of a shop: metrics, margin, acquisition, products and what was unusual, against the month and the year before.</summary>
/// <param name="Month">Month.</param>
/// <param name="Kpis">Standard metrics and <c>returning_customers</c>, each against prior month, prior year and target.</param>
/// <param name="Contribution">Contribution waterfall of the month.</param>
/// <param name="PriorMonth">That of the month before; null when the facts do not cover it.</param>
/// <param name="PriorYear">That of the month a year before; null when the facts do not cover it.</param>
/// <param name="MostProfitable">Products by contribution margin 3, the highest first, ties by SKU; only those above 0.</param>
/// <param name="MostLosing">Products by contribution margin 3, the lowest first, ties by SKU; only those below 0.</param>
/// <param name="Unusual">Days of the month that were unusual.</param>
/// <param name="Ltv">Margin of a new customer as it was given.</param>
public sealed record MonthlyReport(
    YearMonth Month, KpiReport Kpis, ContributionWaterfall Contribution, ContributionWaterfall? PriorMonth, ContributionWaterfall? PriorYear,
    IReadOnlyList<ContributionWaterfall> MostProfitable, IReadOnlyList<ContributionWaterfall> MostLosing, AnomalyReport Unusual, LifetimeMargin? Ltv)
{
    private static readonly MetricRegistry Registry = MetricRegistry.Standard.With(
        new Metric("returning_customers", "Returning customers", MetricKind.Cumulative, MetricUnit.Count, "Customers of the period with two or more orders in their life.", true, t => t.ReturningCustomers));

    /// <summary>Net sales.</summary>
    public KpiValue NetSales => Kpis["net_sales"];

    /// <summary>Customers whose first order ever lies in the month.</summary>
    public KpiValue NewCustomers => Kpis["new_customers"];

    /// <summary>Customers of the month with two or more orders in their life.</summary>
    public KpiValue ReturningCustomers => Kpis["returning_customers"];

    /// <summary>Acquisition spend over all new customers.</summary>
    public KpiValue CacBlended => Kpis["cac"];

    /// <summary>Acquisition spend over new customers of channels with spend.</summary>
    public KpiValue CacPaid => Kpis["cac_paid"];

    /// <summary>Attributed revenue over spend; attributed, not incremental.</summary>
    public KpiValue Roas => Kpis["roas"];

    /// <summary>Total sales over all spend.</summary>
    public KpiValue Mer => Kpis["mer"];

    /// <summary>Margin of a new customer over blended CAC; null without one of them.</summary>
    public decimal? LtvToCacBlended => Ltv?.Over(CacBlended.Value);

    /// <summary>Margin of a new customer over paid CAC; null without one of them.</summary>
    public decimal? LtvToCacPaid => Ltv?.Over(CacPaid.Value);

    /// <summary>Computes a report.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="month">Month.</param>
    /// <param name="options">What else it takes; the defaults when null.</param>
    /// <returns>The report.</returns>
    /// <exception cref="KeyNotFoundException">A watched metric is not in the registry.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static MonthlyReport Compute(ShopFacts facts, YearMonth month, MonthlyReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        MonthlyReportOptions o = options ?? new MonthlyReportOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(o.Products, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(o.Ltv?.HorizonMonths ?? 1, nameof(options));
        var period = ReportPeriod.Of(month);
        var products = ContributionReport.Compute(facts, period, ContributionGroup.Product);
        ContributionWaterfall[] ranked = [.. products.Groups.Where(p => p.Key is not (ContributionReport.Unallocated or FactFilter.Unknown))];
        return new MonthlyReport(
            month, KpiReport.Compute(facts, period, Registry, o.Targets), products.Total, Before(facts, period.Prior), Before(facts, period.PriorYear),
            [.. ranked.Where(p => p.Cm3 > 0).OrderByDescending(p => p.Cm3).ThenBy(p => p.Key, StringComparer.Ordinal).Take(o.Products)],
            [.. ranked.Where(p => p.Cm3 < 0).OrderBy(p => p.Cm3).ThenBy(p => p.Key, StringComparer.Ordinal).Take(o.Products)],
            AnomalyReport.Of(facts, period, [.. o.Watched.Select(id => Registry[id])], o.Anomalies), o.Ltv);
    }

    private static ContributionWaterfall? Before(ShopFacts facts, ReportPeriod period) =>
        facts.Comparable(Registry["net_sales"], period, FactFilter.None) is null ? null : ContributionReport.Compute(facts, period, ContributionGroup.Product).Total;
}
