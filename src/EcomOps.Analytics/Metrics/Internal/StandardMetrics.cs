using static EcomOps.Analytics.Metrics.Measures;

namespace EcomOps.Analytics.Metrics.Internal;

internal static class StandardMetrics
{
    private static readonly MeasureSum GrossRevenue = GrossSales - Discounts;
    private static readonly MeasureSum NetSales = GrossRevenue - Returns;
    private static readonly MeasureSum GrossMargin = NetSalesWithCost - KnownCostOfGoods;
    private static readonly MeasureSum Cm1 = NetSales - CostOfGoods;
    private static readonly MeasureSum BeforeReturnCost = Cm1 - ShippingCost - PaymentFees - FulfilmentCost;
    private static readonly MeasureSum Cm2 = BeforeReturnCost - ReturnCost;
    private static readonly MeasureSum Cm3 = Cm2 - MarketingSpend;

    public static IReadOnlyList<Metric> All { get; } =
    [
        Money("gross_sales", "Gross sales", "Price times quantity before discounts, returns, tax and shipping; cancelled and unpaid orders included, test orders excluded.", true, GrossSales),
        Money("discounts", "Discounts", "Line discounts and allocated order discounts.", null, Discounts),
        Money("gross_revenue", "Gross revenue", "Gross sales less discounts, before returns; shipping and tax not included.", true, GrossRevenue, MetricKind.Derived),
        Money("returns", "Returns", "Value of returned units, booked on the day of the refund.", false, Returns),
        Money("net_sales", "Net sales", "Gross sales less discounts and returns; may be negative on a day of refunds.", true, NetSales, MetricKind.Derived),
        Money("total_sales", "Total sales", "Net sales plus taxes and shipping charged.", true, NetSales + Taxes + Shipping, MetricKind.Derived),
        Count("orders", "Orders", "Distinct orders placed, test orders excluded.", Orders),
        Count("units", "Units", "Units sold before returns.", Units),
        Count("guest_orders", "Guest orders", "Orders without a known customer.", GuestOrders, null),
        Count("customers", "Customers", "Distinct known customers with an order; guests are not counted.", Measures.Customers),
        Count("new_customers", "New customers", "Customers whose first order ever lies in the period.", NewCustomers),
        Ratio("aov", "Average order value", MetricUnit.Money, "(Gross sales - discounts) / orders.", true, GrossSales - Discounts, Orders),
        Ratio("aov_net", "Average order value, net of returns", MetricUnit.Money, "Net sales / orders; returns count in their own period.", true, NetSales, Orders),
        Ratio("units_per_order", "Units per order", MetricUnit.Multiple, "Units / orders.", true, Units, Orders),
        Count("sessions", "Sessions", "Visits of the web shop.", Sessions),
        Ratio("revenue_per_session", "Revenue per session", MetricUnit.Money, "Gross revenue / sessions; orders of every sales channel are in it.", true, GrossRevenue, Sessions),
        Ratio("conversion_rate", "Conversion rate", MetricUnit.Rate, "Sessions with an order / sessions.", true, SessionsWithOrder, Sessions, MetricKind.Conversion) with { Conversion = new("session", "visit", "order") },
        Ratio("view_to_cart", "View to cart", MetricUnit.Rate, "Sessions with a cart / sessions with a product view.", true, SessionsWithCart, SessionsWithView, MetricKind.Conversion) with { Conversion = new("session", "view", "cart") },
        Ratio("cart_to_checkout", "Cart to checkout", MetricUnit.Rate, "Sessions with a checkout / sessions with a cart.", true, SessionsWithCheckout, SessionsWithCart, MetricKind.Conversion) with { Conversion = new("session", "cart", "checkout") },
        Ratio("checkout_to_payment", "Checkout to payment", MetricUnit.Rate, "Sessions with payment details / sessions with a checkout.", true, SessionsWithPayment, SessionsWithCheckout, MetricKind.Conversion) with { Conversion = new("session", "checkout", "payment") },
        Ratio("payment_to_order", "Payment to order", MetricUnit.Rate, "Sessions with an order / sessions with payment details.", true, SessionsWithOrder, SessionsWithPayment, MetricKind.Conversion) with { Conversion = new("session", "payment", "order") },
        Ratio("cart_abandonment", "Cart abandonment", MetricUnit.Rate, "Sessions with a cart but no order / sessions with a cart.", false, SessionsWithCart - SessionsWithOrder, SessionsWithCart, MetricKind.Conversion) with { Conversion = new("session", "cart", "order") { IsComplement = true } },
        Ratio("checkout_abandonment", "Checkout abandonment", MetricUnit.Rate, "Sessions with a checkout but no order / sessions with a checkout.", false, SessionsWithCheckout - SessionsWithOrder, SessionsWithCheckout, MetricKind.Conversion) with { Conversion = new("session", "checkout", "order") { IsComplement = true } },
        Ratio("return_rate", "Return rate (value)", MetricUnit.Rate, "Returns / (gross sales - discounts), both of the period.", false, Returns, GrossSales - Discounts),
        Ratio("return_rate_units", "Return rate (units)", MetricUnit.Rate, "Units returned / units sold, both of the period.", false, ReturnedUnits, Units),
        Ratio("returning_customer_rate", "Returning customer rate", MetricUnit.Rate, "Customers of the period with two or more orders in their life / customers of the period.", true, ReturningCustomers, Measures.Customers, MetricKind.Cumulative),
        Ratio("repeat_purchase_rate", "Repeat purchase rate", MetricUnit.Rate, "Customers with two or more orders in the period / customers of the period.", true, RepeatCustomers, Measures.Customers),
        Ratio("discount_rate", "Discount rate", MetricUnit.Rate, "Discounts / gross sales.", false, Discounts, GrossSales),
        Money("gross_margin", "Gross margin", "Net sales less cost of goods, over lines with a known cost only; cost coverage says how much that is.", true, GrossMargin, MetricKind.Derived),
        Ratio("gross_margin_rate", "Gross margin rate", MetricUnit.Rate, "Gross margin / net sales of lines with a known cost.", true, GrossMargin, NetSalesWithCost),
        Ratio("cost_coverage", "Cost coverage", MetricUnit.Rate, "Net sales of lines with a known cost / net sales.", true, NetSalesWithCost, NetSales),
        Money("cm1", "Contribution margin 1", "Net sales less cost of goods.", true, Cm1, MetricKind.Derived),
        Money("cm2", "Contribution margin 2", "Contribution margin 1 less shipping, payment fees, pick and pack and cost of handling returns; a period without returns has none, a return without a recorded cost leaves the metric unknown.", true, Cm2, MetricKind.Derived),
        Money("cm2_before_return_cost", "Contribution margin 2 before cost of returns", "Contribution margin 1 less shipping, payment fees and pick and pack; the cost of handling returns is not taken off, so it is known where that is not recorded.", true, BeforeReturnCost, MetricKind.Derived),
        Ratio("return_cost_coverage", "Return cost coverage", MetricUnit.Rate, "Returns whose cost of handling is recorded / returns; contribution margin 2 needs all of them.", true, ReturnsWithHandlingCost, Returns),
        Money("cm3", "Contribution margin 3", "Contribution margin 2 less marketing spend.", true, Cm3, MetricKind.Derived),
        Ratio("cm1_rate", "Contribution margin 1 rate", MetricUnit.Rate, "Contribution margin 1 / net sales.", true, Cm1, NetSales),
        Ratio("cm2_rate", "Contribution margin 2 rate", MetricUnit.Rate, "Contribution margin 2 / net sales.", true, Cm2, NetSales),
        Ratio("cm3_rate", "Contribution margin 3 rate", MetricUnit.Rate, "Contribution margin 3 / net sales.", true, Cm3, NetSales),
        Money("marketing_spend", "Marketing spend", "All marketing spend of the period.", null, MarketingSpend),
        Ratio("cac", "Customer acquisition cost, blended", MetricUnit.Money, "Acquisition spend / new customers of all channels.", false, AcquisitionSpend, NewCustomers),
        Ratio("cac_paid", "Customer acquisition cost, paid", MetricUnit.Money, "Acquisition spend / new customers whose first order came over a channel with spend.", false, AcquisitionSpend, NewCustomersOfPaidChannels),
        Ratio("roas", "Return on ad spend", MetricUnit.Multiple, "Net order value attributed to channels with spend / their spend; attributed, not incremental.", true, AttributedRevenue, MarketingSpend),
        Ratio("mer", "Marketing efficiency ratio", MetricUnit.Multiple, "Total sales / all marketing spend.", true, NetSales + Taxes + Shipping, MarketingSpend),
        Money("net_sales_ytd", "Net sales, year to date", "Net sales since 1 January of the year in which the period ends.", true, NetSales, MetricKind.Cumulative) with { Span = new MetricSpan.YearToDate() },
        Count("active_customers_90", "Active customers, 90 days", "Distinct known customers with an order in the 90 days that end with the period.", Measures.Customers) with { Kind = MetricKind.Cumulative, Span = new MetricSpan.Window(90) },
        Ratio("on_time_delivery_rate", "Delivered on time", MetricUnit.Rate, "Orders of the period that arrived by the promised day / those that arrived.", true, DeliveredOnTime, DeliveredOrders),
        Ratio("authorisation_rate", "Payment approval", MetricUnit.Rate, "Approved payment attempts / all attempts of the period.", true, ApprovedPayments, PaymentAttempts),
    ];

    private static Metric Money(string id, string name, string definition, bool? better, MeasureSum sum, MetricKind kind = MetricKind.Simple) => Made(id, name, kind, MetricUnit.Money, definition, better, new(sum));

    private static Metric Count(string id, string name, string definition, MeasureSum sum, bool? better = true) => Made(id, name, MetricKind.Simple, MetricUnit.Count, definition, better, new(sum));

    private static Metric Ratio(string id, string name, MetricUnit unit, string definition, bool? better, MeasureSum top, MeasureSum bottom, MetricKind kind = MetricKind.Ratio) => Made(id, name, kind, unit, definition, better, new(top, bottom));

    private static Metric Made(string id, string name, MetricKind kind, MetricUnit unit, string definition, bool? better, MetricFormula formula) => new(id, name, kind, unit, definition, better, formula.Value) { Formula = formula };
}
