using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>The KPIs of the reported month against prior month, prior year and target. Ratios are sums over sums.</summary>
internal sealed class KpiStep(ShopHistory history, StoreSettings settings, SalesSummary sales, TrafficSummary traffic, ILookup<YearMonth, PaymentAttemptRecord> attempts, ILookup<YearMonth, ShopOrder> orders)
{
    internal static IReadOnlyList<Kpi> Run(ShopHistory history, StoreSettings settings, SalesSummary sales, TrafficSummary traffic)
    {
        YearMonth Month(Instant at)
        {
            LocalDate day = at.InZone(history.Zone).Date;
            return new(day.Year, day.Month);
        }

        return new KpiStep(history, settings, sales, traffic, history.PaymentAttempts.ToLookup(a => Month(a.At)), history.Orders.ToLookup(o => Month(o.PlacedAt))).All();
    }

    private IReadOnlyList<Kpi> All() =>
    [
        OfSales("revenue", "Net revenue", "Quantity times unit price as sold, less returns recorded in the month; shipping and tax not included.", KpiUnit.Money, true, m => (double)m.Net.Amount),
        OfSales("gross_margin_rate", "Gross margin rate", "Net revenue less cost of goods, over net revenue; products with a known cost only.", KpiUnit.Share, true, m => m.GrossMargin is { } margin ? Artefacts.Wording.Ratio(margin, m.NetWithCost!.Value) : null, "Costs"),
        OfSales("orders", "Orders", "Orders with at least one product line placed in the month.", KpiUnit.Count, true, m => m.Orders),
        OfSales("average_order_value", "Average order value", "Gross revenue over orders.", KpiUnit.Money, true, m => m.Orders == 0 ? null : (double)m.Gross.Amount / m.Orders),
        OfSales("return_value_rate", "Return rate", "Value of returns recorded in the month over gross revenue of the month.", KpiUnit.Share, false, m => Artefacts.Wording.Ratio(m.Returns, m.Gross)),
        OfSales("new_customers", "New customers", "Known customers whose first order of the history was placed in the month.", KpiUnit.Count, true, m => m.NewCustomers),
        OfSales("returning_customer_rate", "Returning customers", "Known customers of the month with an earlier month's order, over known customers of the month.", KpiUnit.Share, true, m => m.Customers == 0 ? null : (double)(m.Customers - m.NewCustomers) / m.Customers),
        Of("conversion_rate", "Conversion rate", "Visits that ended in an order over all visits.", KpiUnit.Share, true, m => traffic.Of(m) is { Visits: > 0 } v ? (double)v.Purchases / v.Visits : null, "Sessions"),
        Of("cac", "Cost per new customer", "Acquisition spend of all channels over new known customers of the month (blended).", KpiUnit.Money, false, m => traffic.SpendOf(m) is { } spend && sales.Of(m) is { NewCustomers: > 0 } s ? (double)spend.Amount / s.NewCustomers : null, "Spend"),
        Of("on_time_delivery_rate", "Delivered on time", "Orders of the month that arrived by the promised day, over those that arrived.", KpiUnit.Share, true, OnTime, "Shipments"),
        Of("authorisation_rate", "Payment approval", "Approved payment attempts over all attempts of the month.", KpiUnit.Share, true, Approval, "PaymentAttempts"),
    ];

    private double? OnTime(YearMonth month)
    {
        int delivered = 0, onTime = 0;
        foreach (ShopOrder order in orders[month])
        {
            if (order.Shipment?.DeliveredAt is { } at)
            {
                delivered++;
                onTime += at.InZone(history.Zone).Date <= order.Shipment.PromisedOn ? 1 : 0;
            }
        }

        return delivered == 0 ? null : (double)onTime / delivered;
    }

    private double? Approval(YearMonth month)
    {
        int all = attempts[month].Count();
        return all == 0 ? null : (double)attempts[month].Count(a => a.Succeeded) / all;
    }

    private Kpi OfSales(string id, string name, string definition, KpiUnit unit, bool higherIsBetter, Func<PeriodSales, double?> value, string missing = "") =>
        Of(id, name, definition, unit, higherIsBetter, m => sales.Of(m) is { Complete: true } month ? value(month) : null, missing);

    private Kpi Of(string id, string name, string definition, KpiUnit unit, bool higherIsBetter, Func<YearMonth, double?> value, string missing)
    {
        double? OfComplete(YearMonth month) => sales.Of(month) is { Complete: true } ? value(month) : null;
        KpiTarget? target = settings.Targets.FirstOrDefault(t => t.Metric == id);
        return new(
            id, name, definition, unit, higherIsBetter,
            OfComplete(sales.Periods.Month), OfComplete(sales.Periods.Prior), OfComplete(sales.Periods.PriorYear), target is null ? null : (double)target.Value,
            [.. sales.Months.Where(m => m.Complete).Select(m => value(m.Month)).OfType<double>()],
            missing);
    }
}
