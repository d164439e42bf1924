namespace EcomOps.Analytics.Metrics.Internal;

internal static class StandardMetrics
{
    public static IReadOnlyList<Metric> All { get; } =
    [
        Money("gross_sales", "Gross sales", "Price times quantity before discounts, returns, tax and shipping; cancelled and unpaid orders included, test orders excluded.", true, t => t.GrossSales),
        Money("discounts", "Discounts", "Line discounts and allocated order discounts.", null, t => t.Discounts),
        Money("gross_revenue", "Gross revenue", "Gross sales less discounts, before returns; shipping and tax not included.", true, t => t.GrossRevenue, MetricKind.Derived),
        Money("returns", "Returns", "Value of returned units, booked on the day of the refund.", false, t => t.Returns),
        Money("net_sales", "Net sales", "Gross sales less discounts and returns; may be negative on a day of refunds.", true, t => t.NetSales, MetricKind.Derived),
        Money("total_sales", "Total sales", "Net sales plus taxes and shipping charged.", true, t => t.NetSales + t.Taxes + t.Shipping, MetricKind.Derived),
        Count("orders", "Orders", "Distinct orders placed, test orders excluded.", t => t.Orders),
        Count("units", "Units", "Units sold before returns.", t => t.Units),
        Count("guest_orders", "Guest orders", "Orders without a known customer.", t => t.GuestOrders, null),
        Count("customers", "Customers", "Distinct known customers with an order; guests are not counted.", t => t.Customers),
        Count("new_customers", "New customers", "Customers whose first order ever lies in the period.", t => t.NewCustomers),
        Ratio("aov", "Average order value", MetricUnit.Money, "(Gross sales - discounts) / orders.", true, t => t.GrossSales - t.Discounts, t => t.Orders),
        Ratio("aov_net", "Average order value, net of returns", MetricUnit.Money, "Net sales / orders; returns count in their own period.", true, t => t.NetSales, t => t.Orders),
        Ratio("units_per_order", "Units per order", MetricUnit.Multiple, "Units / orders.", true, t => t.Units, t => t.Orders),
        Count("sessions", "Sessions", "Visits of the web shop.", t => t.Sessions),
        Ratio("revenue_per_session", "Revenue per session", MetricUnit.Money, "Gross revenue / sessions; orders of every sales channel are in it.", true, t => t.GrossRevenue, t => t.Sessions),
        Ratio("conversion_rate", "Conversion rate", MetricUnit.Rate, "Sessions with an order / sessions.", true, t => t.SessionsWithOrder, t => t.Sessions, MetricKind.Conversion) with { Conversion = new("session", "visit", "order") },
        Ratio("view_to_cart", "View to cart", MetricUnit.Rate, "Sessions with a cart / sessions with a product view.", true, t => t.SessionsWithCart, t => Seen(t, t.SessionsWithView), MetricKind.Conversion) with { Conversion = new("session", "view", "cart") },
        Ratio("cart_to_checkout", "Cart to checkout", MetricUnit.Rate, "Sessions with a checkout / sessions with a cart.", true, t => t.SessionsWithCheckout, t => Seen(t, t.SessionsWithCart), MetricKind.Conversion) with { Conversion = new("session", "cart", "checkout") },
        Ratio("checkout_to_payment", "Checkout to payment", MetricUnit.Rate, "Sessions with payment details / sessions with a checkout.", true, t => t.SessionsWithPayment, t => Seen(t, t.SessionsWithCheckout), MetricKind.Conversion) with { Conversion = new("session", "checkout", "payment") },
        Ratio("payment_to_order", "Payment to order", MetricUnit.Rate, "Sessions with an order / sessions with payment details.", true, t => t.SessionsWithOrder, t => Seen(t, t.SessionsWithPayment), MetricKind.Conversion) with { Conversion = new("session", "payment", "order") },
        Ratio("cart_abandonment", "Cart abandonment", MetricUnit.Rate, "Sessions with a cart but no order / sessions with a cart.", false, t => t.SessionsWithCart - t.SessionsWithOrder, t => Seen(t, t.SessionsWithCart), MetricKind.Conversion) with { Conversion = new("session", "cart", "order") },
        Ratio("checkout_abandonment", "Checkout abandonment", MetricUnit.Rate, "Sessions with a checkout but no order / sessions with a checkout.", false, t => t.SessionsWithCheckout - t.SessionsWithOrder, t => Seen(t, t.SessionsWithCheckout), MetricKind.Conversion) with { Conversion = new("session", "checkout", "order") },
        Ratio("return_rate", "Return rate (value)", MetricUnit.Rate, "Returns / (gross sales - discounts), both of the period.", false, t => t.Returns, t => t.GrossSales - t.Discounts),
        Ratio("return_rate_units", "Return rate (units)", MetricUnit.Rate, "Units returned / units sold, both of the period.", false, t => t.ReturnedUnits, t => t.Units),
        Ratio("returning_customer_rate", "Returning customer rate", MetricUnit.Rate, "Customers of the period with two or more orders in their life / customers of the period.", true, t => t.ReturningCustomers, t => t.Customers, MetricKind.Cumulative),
        Ratio("repeat_purchase_rate", "Repeat purchase rate", MetricUnit.Rate, "Customers with two or more orders in the period / customers of the period.", true, t => t.RepeatCustomers, t => t.Customers),
        Ratio("discount_rate", "Discount rate", MetricUnit.Rate, "Discounts / gross sales.", false, t => t.Discounts, t => t.GrossSales),
        Money("gross_margin", "Gross margin", "Net sales less cost of goods, over lines with a known cost only; cost coverage says how much that is.", true, GrossMargin, MetricKind.Derived),
        Ratio("gross_margin_rate", "Gross margin rate", MetricUnit.Rate, "Gross margin / net sales of lines with a known cost.", true, GrossMargin, t => t.NetSalesWithCost),
        Ratio("cost_coverage", "Cost coverage", MetricUnit.Rate, "Net sales of lines with a known cost / net sales.", true, t => t.NetSalesWithCost, t => t.NetSales),
        Money("cm1", "Contribution margin 1", "Net sales less cost of goods.", true, Cm1, MetricKind.Derived),
        Money("cm2", "Contribution margin 2", "Contribution margin 1 less shipping, payment fees, pick and pack and cost of returns.", true, Cm2, MetricKind.Derived),
        Money("cm3", "Contribution margin 3", "Contribution margin 2 less marketing spend.", true, Cm3, MetricKind.Derived),
        Ratio("cm1_rate", "Contribution margin 1 rate", MetricUnit.Rate, "Contribution margin 1 / net sales.", true, Cm1, t => t.NetSales),
        Ratio("cm2_rate", "Contribution margin 2 rate", MetricUnit.Rate, "Contribution margin 2 / net sales.", true, Cm2, t => t.NetSales),
        Ratio("cm3_rate", "Contribution margin 3 rate", MetricUnit.Rate, "Contribution margin 3 / net sales.", true, Cm3, t => t.NetSales),
        Money("marketing_spend", "Marketing spend", "All marketing spend of the period.", null, t => t.MarketingSpend),
        Ratio("cac", "Customer acquisition cost, blended", MetricUnit.Money, "Acquisition spend / new customers of all channels.", false, t => t.AcquisitionSpend, t => t.NewCustomers),
        Ratio("cac_paid", "Customer acquisition cost, paid", MetricUnit.Money, "Acquisition spend / new customers whose first order came over a channel with spend.", false, t => t.AcquisitionSpend, t => t.NewCustomersOfPaidChannels),
        Ratio("roas", "Return on ad spend", MetricUnit.Multiple, "Net order value attributed to channels with spend / their spend; attributed, not incremental.", true, t => t.AttributedRevenue, t => t.MarketingSpend),
        Ratio("mer", "Marketing efficiency ratio", MetricUnit.Multiple, "Total sales / all marketing spend.", true, t => t.NetSales + t.Taxes + t.Shipping, t => t.MarketingSpend),
        Money("net_sales_ytd", "Net sales, year to date", "Net sales since 1 January of the year in which the period ends.", true, t => t.NetSales, MetricKind.Cumulative) with { Span = new MetricSpan.YearToDate() },
        Count("active_customers_90", "Active customers, 90 days", "Distinct known customers with an order in the 90 days that end with the period.", t => t.Customers) with { Kind = MetricKind.Cumulative, Span = new MetricSpan.Window(90) },
        Ratio("on_time_delivery_rate", "Delivered on time", MetricUnit.Rate, "Orders of the period that arrived by the promised day / those that arrived.", true, t => t.DeliveredOnTime, t => t.DeliveredOrders),
        Ratio("authorisation_rate", "Payment approval", MetricUnit.Rate, "Approved payment attempts / all attempts of the period.", true, t => t.ApprovedPayments, t => t.PaymentAttempts),
    ];

    private static decimal? GrossMargin(PeriodTotals t) => t.NetSalesWithCost - t.KnownCostOfGoods;

    private static decimal? Cm1(PeriodTotals t) => t.NetSales - t.CostOfGoods;

    private static decimal? Cm2(PeriodTotals t) => Cm1(t) - t.ShippingCost - t.PaymentFees - t.FulfilmentCost - t.ReturnCost;

    private static decimal? Cm3(PeriodTotals t) => Cm2(t) - t.MarketingSpend;

    private static decimal? Seen(PeriodTotals t, long sessions) => t.Sessions is null ? null : sessions;

    private static Metric Money(string id, string name, string definition, bool? better, Func<PeriodTotals, decimal?> compute, MetricKind kind = MetricKind.Simple) =>
        new(id, name, kind, MetricUnit.Money, definition, better, compute);

    private static Metric Count(string id, string name, string definition, Func<PeriodTotals, decimal?> compute, bool? better = true) => new(id, name, MetricKind.Simple, MetricUnit.Count, definition, better, compute);

    private static Metric Ratio(string id, string name, MetricUnit unit, string definition, bool? better, Func<PeriodTotals, decimal?> top, Func<PeriodTotals, decimal?> bottom, MetricKind kind = MetricKind.Ratio) =>
        new(id, name, kind, unit, definition, better, t => bottom(t) is { } b and not 0 ? top(t) / b : null);
}
