using System.Collections.Concurrent;
using EcomOps.Analytics.Metrics.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>The facts behind the metrics, in one zone and one currency.</summary>
/// <remarks>Immutable and thread-safe. Facts in another currency and repeated order or refund ids are left out and reported.</remarks>
public sealed class ShopFacts
{
    private const int CacheLimit = 4096;

    private readonly FactTable _table;
    private readonly ConcurrentDictionary<(ReportPeriod, FactFilter), PeriodTotals> _totals = new();

    private ShopFacts(DateTimeZone zone, Currency currency, FactTable table, ReportPeriod? coverage) => (Zone, Currency, _table, Coverage) = (zone, currency, table, coverage);

    /// <summary>Zone of the business day.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>What was left out and why; the first hundred.</summary>
    public IReadOnlyList<Issue> Issues => _table.Issues;

    /// <summary>Days of which the facts tell everything; null when the caller did not say. Periods that reach beyond give no comparison.</summary>
    public ReportPeriod? Coverage { get; }

    /// <summary>Takes facts.</summary>
    /// <param name="zone">Zone of the business day.</param>
    /// <param name="currency">Currency.</param>
    /// <param name="orders">Orders of the whole history, so that new customers can be told.</param>
    /// <param name="refunds">Refunds.</param>
    /// <param name="spend">Marketing spend; null when not known.</param>
    /// <param name="sessions">Sessions; null when not known.</param>
    /// <param name="payments">Attempts to pay; null when not known.</param>
    /// <param name="rates">Rates for amounts in other currencies, taken at the day of the fact; without one such facts are left out and reported.</param>
    /// <param name="coverage">Days of which the facts tell everything; null when not known.</param>
    /// <returns>The facts.</returns>
    public static ShopFacts Of(
        DateTimeZone zone, Currency currency, IEnumerable<OrderFact> orders, IEnumerable<RefundFact>? refunds = null, IEnumerable<SpendFact>? spend = null, IEnumerable<SessionFact>? sessions = null,
        IEnumerable<PaymentFact>? payments = null, ExchangeRates? rates = null, ReportPeriod? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(orders);
        return new ShopFacts(zone, currency, new FactTableBuilder(zone, currency, rates).Build(orders, refunds ?? [], spend ?? [], sessions, payments), coverage);
    }

    /// <summary>Sums over a period.</summary>
    /// <param name="period">Days.</param>
    /// <param name="filter">Part of the shop; everything when null.</param>
    /// <returns>The sums; zero without facts.</returns>
    public PeriodTotals Totals(ReportPeriod period, FactFilter? filter = null)
    {
        (ReportPeriod, FactFilter) key = (period, filter ?? FactFilter.None);
        if (_totals.TryGetValue(key, out PeriodTotals? known))
        {
            return known;
        }

        PeriodTotals totals = _table.Totals(key.Item1, key.Item2);
        if (_totals.Count < CacheLimit)
        {
            _totals.TryAdd(key, totals);
        }

        return totals;
    }

    /// <summary>One metric of a period.</summary>
    /// <param name="metric">Metric; a cumulative one sums over its own days.</param>
    /// <param name="period">Days.</param>
    /// <param name="filter">Part of the shop; everything when null.</param>
    /// <returns>The value; null when the facts do not tell or a denominator is zero.</returns>
    public decimal? Value(Metric metric, ReportPeriod period, FactFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return metric.Compute(Totals(metric.Span?.Of(period) ?? period, filter));
    }

    /// <summary>Metrics of a period against the period before and the year before.</summary>
    /// <param name="period">Days.</param>
    /// <param name="filter">Part of the shop; everything when null.</param>
    /// <returns>The report over the standard metrics; <see cref="KpiReport.Compute"/> takes others and targets.</returns>
    public KpiReport Report(ReportPeriod period, FactFilter? filter = null) => KpiReport.Compute(this, period, filter: filter);

    /// <summary>Sales and returns by product.</summary>
    /// <param name="period">Days.</param>
    /// <returns>Products with a sale or a return in the period, by SKU.</returns>
    public IReadOnlyList<ProductTotals> Products(ReportPeriod period) => ProductSum.Of(_table, period);

    internal FactTable Table => _table;

    internal decimal? Comparable(Metric metric, ReportPeriod period, FactFilter filter)
    {
        ReportPeriod days = metric.Span?.Of(period) ?? period;
        bool known = Coverage is { } coverage
            ? days.From >= coverage.From && days.Until <= coverage.Until
            : Totals(days, filter) is var totals && (totals.Orders > 0 || totals.Sessions > 0);
        return known ? Value(metric, period, filter) : null;
    }

    /// <summary>Values of one dimension, ordinal ascending.</summary>
    /// <param name="dimension">Dimension.</param>
    /// <returns>Values that occur on orders or lines.</returns>
    public IReadOnlyList<string> Values(FactDimension dimension) => _table.Values(dimension);
}
