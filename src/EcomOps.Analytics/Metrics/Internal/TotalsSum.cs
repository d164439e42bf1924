namespace EcomOps.Analytics.Metrics.Internal;

internal sealed class TotalsSum(FactFilter filter)
{
    private readonly HashSet<string> _refunds = new(StringComparer.Ordinal);
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
    private decimal _handled;
    private decimal? _known;
    private decimal _withCost;
    private long _orders;
    private long _guests;
    private long _delivered;
    private long _onTime;
    private long _units;
    private long _returned;

    // Whether the order belongs to the part looked at.
    public bool Add(OrderFact order, HashSet<string?> paidChannels)
    {
        if (!filter.TakesOrder(order.Channel, order.Segment, order.Country, order.SalesChannel))
        {
            return false;
        }

        decimal value = 0;
        bool any = false;
        foreach (OrderLineFact line in order.Lines)
        {
            if (!filter.TakesLine(line.Category))
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
            if (line.UnitCost is { } cost)
            {
                _known = (_known ?? 0) + (cost.Amount * line.Quantity);
                _withCost += gross - discount;
            }
        }

        if (!any && filter.Category is not null)
        {
            return false;
        }

        _orders++;
        _guests += order.CustomerId is null ? 1 : 0;
        _delivered += order.DeliveredOnTime is null ? 0 : 1;
        _onTime += order.DeliveredOnTime is true ? 1 : 0;
        _attributed += paidChannels.Contains(order.Channel) ? value : 0;
        bool whole = filter.Category is null;
        _shipping += whole ? order.Shipping?.Amount ?? 0 : 0;
        _taxes += whole ? order.Tax?.Amount ?? 0 : 0;
        _shippingCost += whole ? order.ShippingCost?.Amount : null;
        _fees += whole ? order.PaymentFee?.Amount : null;
        _fulfilment += whole ? order.FulfilmentCost?.Amount : null;
        return true;
    }

    public void Add(BookedRefund booked)
    {
        RefundFact refund = booked.Refund;
        if (!filter.TakesOrder(refund.Channel, refund.Segment, refund.Country, refund.SalesChannel) || !filter.TakesLine(refund.Category))
        {
            return;
        }

        _refunds.Add(refund.Id);
        _returns += refund.Value.Amount;
        _returned += refund.Quantity;
        _goods -= (refund.UnitCost?.Amount ?? 0) * refund.Quantity;
        if (refund.KnownHandlingCost is { } handling)
        {
            _returnCost += handling;
            _handled += refund.Value.Amount;
        }
        else
        {
            _returnCost = null;
        }

        if (booked.CostKnown)
        {
            _known = (_known ?? 0) - ((refund.UnitCost?.Amount ?? 0) * refund.Quantity);
            _withCost -= refund.Value.Amount;
        }
    }

    public PeriodTotals Result() => new()
    {
        GrossSales = _gross,
        Discounts = _discounts,
        Returns = _returns,
        Shipping = _shipping,
        Taxes = _taxes,
        Orders = _orders,
        GuestOrders = _guests,
        Refunds = _refunds.Count,
        DeliveredOrders = _delivered,
        DeliveredOnTime = _onTime,
        KnownCostOfGoods = _known,
        NetSalesWithCost = _withCost,
        Units = _units,
        ReturnedUnits = _returned,
        CostOfGoods = _goods,
        ShippingCost = _shippingCost,
        PaymentFees = _fees,
        FulfilmentCost = _fulfilment,
        ReturnCost = _returnCost,
        ReturnsWithHandlingCost = _handled,
        AttributedRevenue = _attributed,
    };
}
