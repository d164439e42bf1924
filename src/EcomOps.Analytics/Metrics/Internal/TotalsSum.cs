namespace EcomOps.Analytics.Metrics.Internal;

internal sealed class TotalsSum(FactFilter filter)
{
    private decimal _gross;
    private decimal _discounts;
    private decimal _returns;
    private decimal _shipping;
    private decimal _taxes;
    private decimal _attributed;
    private decimal? _goods = 0;
    private decimal? _shippingCost = 0;
    private decimal? _fees = 0;
    private decimal? _fulfilment = 0;
    private decimal? _returnCost = 0;
    private long _orders;
    private long _units;
    private long _returned;

    // Whether the order belongs to the part looked at.
    public bool Add(OrderFact order, HashSet<string?> paidChannels)
    {
        if ((filter.Channel is { } channel && order.Channel != channel) || (filter.Segment is { } segment && order.Segment != segment))
        {
            return false;
        }

        decimal value = 0;
        bool any = false;
        foreach (OrderLineFact line in order.Lines)
        {
            if (filter.Category is { } category && line.Category != category)
            {
                continue;
            }

            any = true;
            decimal gross = line.UnitPrice.Amount * line.Quantity, discount = line.Discount?.Amount ?? 0;
            _gross += gross;
            _discounts += discount;
            value += gross - discount;
            _units += line.Quantity;
            _goods += line.UnitCost?.Amount * line.Quantity;
        }

        if (!any && filter.Category is not null)
        {
            return false;
        }

        _orders++;
        _attributed += paidChannels.Contains(order.Channel) ? value : 0;
        bool whole = filter.Category is null;
        _shipping += whole ? order.Shipping?.Amount ?? 0 : 0;
        _taxes += whole ? order.Tax?.Amount ?? 0 : 0;
        _shippingCost += whole ? order.ShippingCost?.Amount : null;
        _fees += whole ? order.PaymentFee?.Amount : null;
        _fulfilment += whole ? order.FulfilmentCost?.Amount : null;
        return true;
    }

    public void Add(RefundFact refund)
    {
        if (filter.Segment is not null || (filter.Channel is { } channel && refund.Channel != channel) || (filter.Category is { } category && refund.Category != category))
        {
            return;
        }

        _returns += refund.Value.Amount;
        _returned += refund.Quantity;
        _goods -= (refund.UnitCost?.Amount ?? 0) * refund.Quantity;
        _returnCost += refund.HandlingCost?.Amount;
    }

    public PeriodTotals Result() => new()
    {
        GrossSales = _gross,
        Discounts = _discounts,
        Returns = _returns,
        Shipping = _shipping,
        Taxes = _taxes,
        Orders = _orders,
        Units = _units,
        ReturnedUnits = _returned,
        CostOfGoods = _goods,
        ShippingCost = _shippingCost,
        PaymentFees = _fees,
        FulfilmentCost = _fulfilment,
        ReturnCost = _returnCost,
        AttributedRevenue = _attributed,
    };
}
