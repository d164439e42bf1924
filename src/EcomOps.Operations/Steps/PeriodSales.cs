using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>The figures of one month, as Analytics sums them.</summary>
internal sealed record PeriodSales(YearMonth Month, bool Complete, PeriodTotals Totals, Currency Currency)
{
    internal Money Gross => Of(Totals.GrossRevenue);

    internal Money Returns => Of(Totals.Returns);

    internal Money Net => Of(Totals.NetSales);

    internal Money? NetWithCost => Totals.KnownCostOfGoods is null ? null : Of(Totals.NetSalesWithCost);

    internal Money? GrossMargin => Metric("gross_margin") is { } margin ? Of(margin) : null;

    internal long Units => Totals.Units;

    internal long Orders => Totals.Orders;

    internal long GuestOrders => Totals.GuestOrders;

    internal long Customers => Totals.Customers;

    internal long NewCustomers => Totals.NewCustomers;

    /// <summary>A standard metric of the month.</summary>
    internal decimal? Metric(string id) => MetricRegistry.Standard[id].Compute(Totals);

    private Money Of(decimal amount) => new(amount, Currency);
}
