namespace EcomOps.Analytics.Metrics;

/// <summary>Metrics of one period with comparisons.</summary>
/// <param name="Period">Days.</param>
/// <param name="Values">One entry a metric, in registry order.</param>
public sealed record KpiReport(ReportPeriod Period, IReadOnlyList<KpiValue> Values)
{
    /// <summary>One metric by id.</summary>
    /// <param name="id">Id.</param>
    public KpiValue this[string id] => Values.First(v => v.Metric.Id == id);

    /// <summary>Computes a report. Comparison periods without any order or session give no comparison rather than zero.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="period">Days.</param>
    /// <param name="registry">Metrics; the standard ones when null.</param>
    /// <param name="targets">Targets by metric id.</param>
    /// <param name="filter">Part of the shop; everything when null.</param>
    /// <returns>The report.</returns>
    public static KpiReport Compute(ShopFacts facts, ReportPeriod period, MetricRegistry? registry = null, IReadOnlyDictionary<string, decimal>? targets = null, FactFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        PeriodTotals now = facts.Totals(period, filter), before = facts.Totals(period.Prior, filter), yearAgo = facts.Totals(period.PriorYear, filter);
        return new KpiReport(period,
        [
            .. (registry ?? MetricRegistry.Standard).Metrics.Select(m => new KpiValue(
                m, m.Compute(now), Known(before) ? m.Compute(before) : null, Known(yearAgo) ? m.Compute(yearAgo) : null,
                targets is not null && targets.TryGetValue(m.Id, out decimal target) ? target : null)),
        ]);
    }

    private static bool Known(PeriodTotals totals) => totals.Orders > 0 || totals.Sessions > 0;
}
