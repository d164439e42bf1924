namespace EcomOps.Analytics.Growth;

/// <summary>From gross sales to contribution margin 3, line by line: net sales - cost of goods = CM1; - shipping, payment fees, pick and pack, cost of returns = CM2; - marketing = CM3.</summary>
/// <remarks>There is no standard for the levels; the lines say what is in each. What is not known is not taken off; the line states the share.</remarks>
public sealed record ContributionWaterfall
{
    /// <summary>Order, product, category, channel or country; null for the whole.</summary>
    public string? Key { get; init; }

    /// <summary>Units sold.</summary>
    public long Units { get; init; }

    /// <summary>Price times quantity.</summary>
    public decimal GrossSales { get; init; }

    /// <summary>Discounts.</summary>
    public decimal Discounts { get; init; }

    /// <summary>Returns, booked on the day of the refund.</summary>
    public decimal Returns { get; init; }

    /// <summary>Known cost of goods, cost of units that went back into stock deducted.</summary>
    public decimal CostOfGoods { get; init; }

    /// <summary>Known cost of shipping.</summary>
    public decimal ShippingCost { get; init; }

    /// <summary>Known payment fees.</summary>
    public decimal PaymentFees { get; init; }

    /// <summary>Known cost of pick and pack.</summary>
    public decimal FulfilmentCost { get; init; }

    /// <summary>Known cost of handling returns.</summary>
    public decimal ReturnCost { get; init; }

    /// <summary>Marketing spend.</summary>
    public decimal Marketing { get; init; }

    /// <summary>Gross revenue (gross sales less discounts) of lines without a known unit cost.</summary>
    public decimal SalesWithoutCost { get; init; }

    /// <summary>Gross revenue of orders without a known shipping cost.</summary>
    public decimal SalesWithoutShippingCost { get; init; }

    /// <summary>Gross revenue of orders without known payment fees.</summary>
    public decimal SalesWithoutFees { get; init; }

    /// <summary>Gross revenue of orders without a known cost of pick and pack.</summary>
    public decimal SalesWithoutFulfilmentCost { get; init; }

    /// <summary>Returns without a known handling cost.</summary>
    public decimal ReturnsWithoutCost { get; init; }

    /// <summary>Gross sales less discounts and returns.</summary>
    public decimal NetSales => GrossSales - Discounts - Returns;

    /// <summary>Net sales less cost of goods.</summary>
    public decimal Cm1 => NetSales - CostOfGoods;

    /// <summary>CM1 less shipping, payment fees, pick and pack and cost of returns.</summary>
    public decimal Cm2 => Cm1 - ShippingCost - PaymentFees - FulfilmentCost - ReturnCost;

    /// <summary>CM2 less marketing.</summary>
    public decimal Cm3 => Cm2 - Marketing;

    /// <summary>The waterfall from top to bottom.</summary>
    public IReadOnlyList<ContributionLine> Lines
    {
        get
        {
            decimal sold = GrossSales - Discounts;
            decimal Share(decimal part, decimal whole) => whole == 0 ? 0 : part / whole;
            return
            [
                new("gross_sales", "Gross sales", GrossSales, false),
                new("discounts", "Discounts", -Discounts, false),
                new("returns", "Returns", -Returns, false),
                new("net_sales", "Net sales", NetSales, true),
                new("cost_of_goods", "Cost of goods", -CostOfGoods, false, Share(SalesWithoutCost, sold)),
                new("cm1", "Contribution margin 1", Cm1, true),
                new("shipping_cost", "Shipping", -ShippingCost, false, Share(SalesWithoutShippingCost, sold)),
                new("payment_fees", "Payment fees", -PaymentFees, false, Share(SalesWithoutFees, sold)),
                new("fulfilment_cost", "Pick and pack", -FulfilmentCost, false, Share(SalesWithoutFulfilmentCost, sold)),
                new("return_cost", "Cost of returns", -ReturnCost, false, Share(ReturnsWithoutCost, Returns)),
                new("cm2", "Contribution margin 2", Cm2, true),
                new("marketing", "Marketing", -Marketing, false),
                new("cm3", "Contribution margin 3", Cm3, true),
            ];
        }
    }

    /// <summary>Both together, line by line.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The sum, with the key of this one.</returns>
    public ContributionWaterfall Plus(ContributionWaterfall other) => this with
    {
        Units = Units + other.Units,
        GrossSales = GrossSales + other.GrossSales,
        Discounts = Discounts + other.Discounts,
        Returns = Returns + other.Returns,
        CostOfGoods = CostOfGoods + other.CostOfGoods,
        ShippingCost = ShippingCost + other.ShippingCost,
        PaymentFees = PaymentFees + other.PaymentFees,
        FulfilmentCost = FulfilmentCost + other.FulfilmentCost,
        ReturnCost = ReturnCost + other.ReturnCost,
        Marketing = Marketing + other.Marketing,
        SalesWithoutCost = SalesWithoutCost + other.SalesWithoutCost,
        SalesWithoutShippingCost = SalesWithoutShippingCost + other.SalesWithoutShippingCost,
        SalesWithoutFees = SalesWithoutFees + other.SalesWithoutFees,
        SalesWithoutFulfilmentCost = SalesWithoutFulfilmentCost + other.SalesWithoutFulfilmentCost,
        ReturnsWithoutCost = ReturnsWithoutCost + other.ReturnsWithoutCost,
    };
}
