using EcomOps.Analytics.Metrics.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>The facts behind the metrics, in one zone and one currency.</summary>
/// <remarks>Immutable and thread-safe. Facts in another currency and repeated order or refund ids are left out and reported.</remarks>
public sealed class ShopFacts
{
    private readonly FactTable _table;

    private ShopFacts(DateTimeZone zone, Currency currency, FactTable table) => (Zone, Currency, _table) = (zone, currency, table);

    /// <summary>Zone of the business day.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>What was left out and why; the first hundred.</summary>
    public IReadOnlyList<Issue> Issues => _table.Issues;

    /// <summary>Takes facts.</summary>
    /// <param name="zone">Zone of the business day.</param>
    /// <param name="currency">Currency.</param>
    /// <param name="orders">Orders of the whole history, so that new customers can be told.</param>
    /// <param name="refunds">Refunds.</param>
    /// <param name="spend">Marketing spend; null when not known.</param>
    /// <param name="sessions">Sessions; null when not known.</param>
    /// <returns>The facts.</returns>
    public static ShopFacts Of(
        DateTimeZone zone, Currency currency, IEnumerable<OrderFact> orders, IEnumerable<RefundFact>? refunds = null, IEnumerable<SpendFact>? spend = null, IEnumerable<SessionFact>? sessions = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(orders);
        return new ShopFacts(zone, currency, FactTable.Build(zone, currency, orders, refunds ?? [], spend, sessions));
    }

    /// <summary>Sums over a period.</summary>
    /// <param name="period">Days.</param>
    /// <param name="filter">Part of the shop; everything when null.</param>
    /// <returns>The sums; zero without facts.</returns>
    public PeriodTotals Totals(ReportPeriod period, FactFilter? filter = null) => _table.Totals(period, filter ?? FactFilter.None);

    /// <summary>Values of one dimension, ordinal ascending.</summary>
    /// <param name="dimension">Dimension.</param>
    /// <returns>Values that occur on orders or lines.</returns>
    public IReadOnlyList<string> Values(FactDimension dimension) => _table.Values(dimension);
}
