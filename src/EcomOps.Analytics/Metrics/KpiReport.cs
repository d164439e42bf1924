namespace EcomOps.Analytics.Metrics;

/// <summary>Metrics of one period with comparisons.</summary>
/// <param name="Period">Days.</param>
/// <param name="Values">One entry a metric, in registry order.</param>
public sealed record KpiReport(ReportPeriod Period, IReadOnlyList<KpiValue> Values)
{
    private Func<FactDimension, IReadOnlyDictionary<string, KpiReport>>? _split;

    /// <summary>One metric by id.</summary>
    /// <param name="id">Id.</param>
    /// <exception cref="KeyNotFoundException">The report has no such metric.</exception>
    public KpiValue this[string id] => Values.FirstOrDefault(v => v.Metric.Id == id) ?? throw new KeyNotFoundException($"The report has no metric '{id}'.");

    /// <summary>The same report for each value of a dimension. Facts without a value stand under <see cref="FactFilter.Unknown"/>, so that simple metrics add up to the whole; targets are of the whole shop and left out.</summary>
    /// <param name="dimension">Dimension.</param>
    /// <returns>Reports by value, ordinal ascending.</returns>
    /// <exception cref="InvalidOperationException">The report was not made by <see cref="Compute"/>.</exception>
    public IReadOnlyDictionary<string, KpiReport> By(FactDimension dimension) => (_split ?? throw new InvalidOperationException("Only a computed report knows the facts to split."))(dimension);

    /// <summary>Computes a report. A comparison period that the facts do not cover gives no comparison rather than zero.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="period">Days.</param>
    /// <param name="registry">Metrics; the standard ones when null.</param>
    /// <param name="targets">Targets by metric id.</param>
    /// <param name="filter">Part of the shop; everything when null.</param>
    /// <returns>The report.</returns>
    public static KpiReport Compute(ShopFacts facts, ReportPeriod period, MetricRegistry? registry = null, IReadOnlyDictionary<string, decimal>? targets = null, FactFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        MetricRegistry metrics = registry ?? MetricRegistry.Standard;
        FactFilter part = filter ?? FactFilter.None;
        return new KpiReport(period,
        [
            .. metrics.Metrics.Select(m => new KpiValue(
                m, facts.Value(m, period, part), facts.Comparable(m, period.Prior, part), facts.Comparable(m, period.PriorYear, part),
                targets is not null && targets.TryGetValue(m.Id, out decimal target) ? target : null)),
        ])
        {
            _split = dimension =>
            {
                SortedDictionary<string, KpiReport> reports = new(StringComparer.Ordinal);
                foreach (string value in facts.Values(dimension).Append(FactFilter.Unknown))
                {
                    FactFilter one = part.And(dimension, value);
                    PeriodTotals totals = facts.Totals(period, one);
                    if (value != FactFilter.Unknown || totals.Orders > 0 || totals.Returns != 0 || totals.Sessions > 0)
                    {
                        reports[value] = Compute(facts, period, metrics, filter: one);
                    }
                }

                return reports;
            },
        };
    }
}
