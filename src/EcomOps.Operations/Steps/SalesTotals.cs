using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.Steps;

internal sealed class MonthTotals
{
    internal decimal Gross, Returns, Cost, NetWithCost;
    internal decimal? Discounts, ShippingCharged, ShippingCost;
    internal long Units, ReturnedUnits;
    internal int Orders, GuestOrders, NewCustomers;

    internal HashSet<string> Customers { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> ReturnIds { get; } = new(StringComparer.Ordinal);

    internal PeriodSales ToPeriod(YearMonth month, bool complete, Currency currency, bool costKnown)
    {
        Money Of(decimal amount) => new(amount, currency);
        return new(month, complete)
        {
            Gross = Of(Gross),
            Returns = Of(Returns),
            Discounts = Discounts is { } discounts ? Of(discounts) : null,
            CostOfGoods = costKnown ? Of(Cost) : null,
            NetWithCost = costKnown ? Of(NetWithCost) : null,
            ShippingCharged = ShippingCharged is { } charged ? Of(charged) : null,
            ShippingCost = ShippingCost is { } paid ? Of(paid) : null,
            Units = Units,
            ReturnedUnits = ReturnedUnits,
            Orders = Orders,
            ReturnDocuments = ReturnIds.Count,
            GuestOrders = GuestOrders,
            Customers = Customers.Count,
            NewCustomers = NewCustomers,
        };
    }
}

internal sealed class ProductTotals
{
    internal decimal Gross, Returns, MonthGross;
    internal long Units, ReturnedUnits, MonthUnits;
    internal int Orders;
}

internal sealed class GroupTotals
{
    internal decimal Gross, MonthGross;
    internal int Orders, MonthOrders;
}
