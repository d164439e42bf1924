namespace EcomOps.Analytics.Metrics;

/// <summary>The measures of the facts; what each counts stands at its member of <see cref="PeriodTotals"/>.</summary>
public static class Measures
{
    /// <summary>Price times quantity.</summary>
    public static Measure GrossSales { get; } = new("gross_sales", t => t.GrossSales);

    /// <summary>Discounts.</summary>
    public static Measure Discounts { get; } = new("discounts", t => t.Discounts);

    /// <summary>Returned value.</summary>
    public static Measure Returns { get; } = new("returns", t => t.Returns);

    /// <summary>Shipping charged.</summary>
    public static Measure Shipping { get; } = new("shipping", t => t.Shipping);

    /// <summary>Taxes charged.</summary>
    public static Measure Taxes { get; } = new("taxes", t => t.Taxes);

    /// <summary>Orders.</summary>
    public static Measure Orders { get; } = new("orders", t => t.Orders);

    /// <summary>Units sold.</summary>
    public static Measure Units { get; } = new("units", t => t.Units);

    /// <summary>Units returned.</summary>
    public static Measure ReturnedUnits { get; } = new("returned_units", t => t.ReturnedUnits);

    /// <summary>Orders without customer.</summary>
    public static Measure GuestOrders { get; } = new("guest_orders", t => t.GuestOrders);

    /// <summary>Distinct customers.</summary>
    public static Measure Customers { get; } = new("customers", t => t.Customers, MeasureRollup.Customers);

    /// <summary>Customers with their first order.</summary>
    public static Measure NewCustomers { get; } = new("new_customers", t => t.NewCustomers);

    /// <summary>New customers of channels with spend.</summary>
    public static Measure NewCustomersOfPaidChannels { get; } = new("new_customers_of_paid_channels", t => t.NewCustomersOfPaidChannels, MeasureRollup.None);

    /// <summary>Distinct customers with an earlier order.</summary>
    public static Measure ReturningCustomers { get; } = new("returning_customers", t => t.ReturningCustomers, MeasureRollup.ReturningCustomers);

    /// <summary>Distinct customers with two orders in the period.</summary>
    public static Measure RepeatCustomers { get; } = new("repeat_customers", t => t.RepeatCustomers, MeasureRollup.None);

    /// <summary>Cost of goods; not known when a line has none.</summary>
    public static Measure CostOfGoods { get; } = new("cost_of_goods", t => t.CostOfGoods);

    /// <summary>Cost of goods where it is known.</summary>
    public static Measure KnownCostOfGoods { get; } = new("known_cost_of_goods", t => t.KnownCostOfGoods, MeasureRollup.SumOfKnown);

    /// <summary>Net sales where the cost is known.</summary>
    public static Measure NetSalesWithCost { get; } = new("net_sales_with_cost", t => t.NetSalesWithCost);

    /// <summary>Cost of shipping.</summary>
    public static Measure ShippingCost { get; } = new("shipping_cost", t => t.ShippingCost);

    /// <summary>Payment fees.</summary>
    public static Measure PaymentFees { get; } = new("payment_fees", t => t.PaymentFees);

    /// <summary>Pick and pack.</summary>
    public static Measure FulfilmentCost { get; } = new("fulfilment_cost", t => t.FulfilmentCost);

    /// <summary>Cost of handling returns.</summary>
    public static Measure ReturnCost { get; } = new("return_cost", t => t.ReturnCost);

    /// <summary>Returns whose cost of handling is known.</summary>
    public static Measure ReturnsWithHandlingCost { get; } = new("returns_with_handling_cost", t => t.ReturnsWithHandlingCost);

    /// <summary>All marketing spend.</summary>
    public static Measure MarketingSpend { get; } = new("marketing_spend", t => t.MarketingSpend, MeasureRollup.SumOfKnown);

    /// <summary>Spend to win customers.</summary>
    public static Measure AcquisitionSpend { get; } = new("acquisition_spend", t => t.AcquisitionSpend, MeasureRollup.SumOfKnown);

    /// <summary>Revenue of channels with spend.</summary>
    public static Measure AttributedRevenue { get; } = new("attributed_revenue", t => t.AttributedRevenue, MeasureRollup.PaidChannels);

    /// <summary>Sessions.</summary>
    public static Measure Sessions { get; } = Visits("sessions", SessionStep.Visit);

    /// <summary>Sessions with a product view.</summary>
    public static Measure SessionsWithView { get; } = Visits("sessions_with_view", SessionStep.View);

    /// <summary>Sessions with a cart.</summary>
    public static Measure SessionsWithCart { get; } = Visits("sessions_with_cart", SessionStep.Cart);

    /// <summary>Sessions with a checkout.</summary>
    public static Measure SessionsWithCheckout { get; } = Visits("sessions_with_checkout", SessionStep.Checkout);

    /// <summary>Sessions with payment details.</summary>
    public static Measure SessionsWithPayment { get; } = Visits("sessions_with_payment", SessionStep.Payment);

    /// <summary>Sessions with an order.</summary>
    public static Measure SessionsWithOrder { get; } = Visits("sessions_with_order", SessionStep.Order);

    /// <summary>Orders that arrived and had a promised day.</summary>
    public static Measure DeliveredOrders { get; } = new("delivered_orders", t => t.DeliveredOrders);

    /// <summary>Orders that arrived by the promised day.</summary>
    public static Measure DeliveredOnTime { get; } = new("delivered_on_time", t => t.DeliveredOnTime);

    /// <summary>Attempts to pay.</summary>
    public static Measure PaymentAttempts { get; } = new("payment_attempts", t => t.PaymentAttempts);

    /// <summary>Approved attempts to pay.</summary>
    public static Measure ApprovedPayments { get; } = new("approved_payments", t => t.PaymentAttempts is null ? null : t.ApprovedPayments);

    private static Measure Visits(string id, SessionStep step) => new(id, t => t.Sessions is null ? null : t.SessionsAt(step));
}
