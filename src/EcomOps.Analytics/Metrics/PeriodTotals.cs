namespace EcomOps.Analytics.Metrics;

/// <summary>Sums of facts over a period. Amounts are major units of the shop's currency; null means that the facts are not known, not that they are zero.</summary>
public sealed record PeriodTotals
{
    /// <summary>Price times quantity before discounts, returns, tax and shipping.</summary>
    public decimal GrossSales { get; init; }

    /// <summary>Line discounts and allocated order discounts.</summary>
    public decimal Discounts { get; init; }

    /// <summary>Value of returned units, booked on the day of the refund.</summary>
    public decimal Returns { get; init; }

    /// <summary>Shipping charged, less shipping refunded.</summary>
    public decimal Shipping { get; init; }

    /// <summary>Taxes charged, less refunded.</summary>
    public decimal Taxes { get; init; }

    /// <summary>Distinct orders placed.</summary>
    public long Orders { get; init; }

    /// <summary>Units sold.</summary>
    public long Units { get; init; }

    /// <summary>Units returned.</summary>
    public long ReturnedUnits { get; init; }

    /// <summary>Orders without a known customer.</summary>
    public long GuestOrders { get; init; }

    /// <summary>Distinct refund ids.</summary>
    public long Refunds { get; init; }

    /// <summary>Orders that arrived and had a promised day.</summary>
    public long DeliveredOrders { get; init; }

    /// <summary>Those of <see cref="DeliveredOrders"/> that arrived by the promised day.</summary>
    public long DeliveredOnTime { get; init; }

    /// <summary>Attempts to pay; null when none were given.</summary>
    public long? PaymentAttempts { get; init; }

    /// <summary>Approved attempts to pay.</summary>
    public long ApprovedPayments { get; init; }

    /// <summary>Distinct known customers with an order.</summary>
    public long Customers { get; init; }

    /// <summary>Customers whose first order ever lies in the period.</summary>
    public long NewCustomers { get; init; }

    /// <summary>Those of <see cref="NewCustomers"/> whose first order came over a channel with spend in the period.</summary>
    public long NewCustomersOfPaidChannels { get; init; }

    /// <summary>Customers of the period with two or more orders in their life so far.</summary>
    public long ReturningCustomers { get; init; }

    /// <summary>Customers with two or more orders in the period.</summary>
    public long RepeatCustomers { get; init; }

    /// <summary>Cost of goods sold, returned units deducted at their cost; null when a line has no cost.</summary>
    public decimal? CostOfGoods { get; init; }

    /// <summary>Cost of goods of the lines and refunds whose cost is known; null when none is.</summary>
    public decimal? KnownCostOfGoods { get; init; }

    /// <summary>Net sales of the lines and refunds whose cost is known: the base of the gross margin rate.</summary>
    public decimal NetSalesWithCost { get; init; }

    /// <summary>Cost of shipping; null when not known for every order.</summary>
    public decimal? ShippingCost { get; init; }

    /// <summary>Payment fees; null when not known for every order.</summary>
    public decimal? PaymentFees { get; init; }

    /// <summary>Pick and pack; null when not known for every order.</summary>
    public decimal? FulfilmentCost { get; init; }

    /// <summary>Cost of handling returns: 0 when nothing came back, since then nothing was handled; null when a return has no cost recorded. A recorded cost of zero is known.</summary>
    public decimal? ReturnCost { get; init; }

    /// <summary>Value of the returns whose cost of handling is known.</summary>
    public decimal ReturnsWithHandlingCost { get; init; }

    /// <summary>All marketing spend; null when no spend lies in the period.</summary>
    public decimal? MarketingSpend { get; init; }

    /// <summary>Spend to win new customers; null when none lies in the period for the part looked at: a channel without spend has no cost of acquisition, rather than one of zero.</summary>
    public decimal? AcquisitionSpend { get; init; }

    /// <summary>Net value of orders of channels with spend; null when no spend lies in the period.</summary>
    public decimal? AttributedRevenue { get; init; }

    /// <summary>Sessions; null when no sessions were given.</summary>
    public long? Sessions { get; init; }

    /// <summary>Sessions that saw a product.</summary>
    public long SessionsWithView { get; init; }

    /// <summary>Sessions with a product put into the cart.</summary>
    public long SessionsWithCart { get; init; }

    /// <summary>Sessions that began the checkout.</summary>
    public long SessionsWithCheckout { get; init; }

    /// <summary>Sessions that chose a shipping option.</summary>
    public long SessionsWithShipping { get; init; }

    /// <summary>Sessions that gave payment details.</summary>
    public long SessionsWithPayment { get; init; }

    /// <summary>Sessions with an order.</summary>
    public long SessionsWithOrder { get; init; }

    /// <summary>Sessions that came at least as far as a step.</summary>
    /// <param name="step">Step.</param>
    /// <returns>0 or more.</returns>
    public long SessionsAt(SessionStep step) => step switch
    {
        SessionStep.Visit => Sessions ?? 0,
        SessionStep.View => SessionsWithView,
        SessionStep.Cart => SessionsWithCart,
        SessionStep.Checkout => SessionsWithCheckout,
        SessionStep.Shipping => SessionsWithShipping,
        SessionStep.Payment => SessionsWithPayment,
        _ => SessionsWithOrder,
    };

    /// <summary>Gross sales less discounts, before returns.</summary>
    public decimal GrossRevenue => GrossSales - Discounts;

    /// <summary>Gross sales less discounts and returns; negative on a day with more refunds than sales.</summary>
    public decimal NetSales => GrossSales - Discounts - Returns;
}
