using System.Runtime.InteropServices;
using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>One pass over the orders and one over the returns.</summary>
internal sealed class SalesStep
{
    private readonly ShopHistory _history;
    private readonly ReportPeriods _periods;
    private readonly SortedDictionary<YearMonth, MonthTotals> _months = [];
    private readonly Dictionary<Sku, ProductTotals> _products = [];
    private readonly Dictionary<string, GroupTotals> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GroupTotals> _channels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _customers = new(StringComparer.Ordinal);
    private readonly Dictionary<Sku, decimal> _costs;
    private int _guestOrders;

    private SalesStep(ShopHistory history)
    {
        _history = history;
        _periods = ReportPeriods.Of(history);
        _costs = history.Products.Where(p => p.UnitCost is not null).ToDictionary(p => p.Sku, p => p.UnitCost!.Value.Amount);
    }

    internal static SalesSummary Run(ShopHistory history, CancellationToken cancellationToken)
    {
        var step = new SalesStep(history);
        foreach (ShopOrder order in history.Orders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            step.Add(order);
        }

        foreach (ReturnedLine line in history.Returns)
        {
            step.Add(line);
        }

        return step.Summary();
    }

    private void Add(ShopOrder order)
    {
        YearMonth placed = MonthOf(order.PlacedAt);
        MonthTotals month = Month(placed);
        month.Orders++;
        bool reported = placed == _periods.Month;
        if (order.CustomerId is { } customer)
        {
            month.Customers.Add(customer);
            if (_customers.Add(customer))
            {
                month.NewCustomers++;
            }
        }
        else
        {
            month.GuestOrders++;
            _guestOrders++;
        }

        month.ShippingCharged = Sum(month.ShippingCharged, order.ShippingCharged);
        month.ShippingCost = Sum(month.ShippingCost, order.Shipment?.Cost);
        decimal value = 0;
        for (int i = 0; i < order.Lines.Count; i++)
        {
            value += Add(order.Lines[i], order.Lines, i, ref month, ref placed);
        }

        Add(_countries, order.CountryName ?? order.Country?.Value ?? "unknown", value, reported);
        Add(_channels, order.Channel ?? "unknown", value, reported);
    }

    private decimal Add(ShopOrderLine line, IReadOnlyList<ShopOrderLine> lines, int index, ref MonthTotals month, ref YearMonth current)
    {
        if (index > 0 && line.At != lines[index - 1].At && MonthOf(line.At) is var at && at != current)
        {
            current = at;
            month = Month(at);
            month.Orders++;
        }

        decimal value = line.UnitPrice.Amount * line.Quantity;
        month.Gross += value;
        month.Units += line.Quantity;
        month.Discounts = line.UnitDiscount is { } discount ? (month.Discounts ?? 0) + (discount.Amount * line.Quantity) : month.Discounts;
        if (_costs.TryGetValue(line.Sku, out decimal cost))
        {
            month.Cost += cost * line.Quantity;
            month.NetWithCost += value;
        }

        ref ProductTotals? product = ref CollectionsMarshal.GetValueRefOrAddDefault(_products, line.Sku, out _);
        product ??= new();
        product.Units += line.Quantity;
        product.Gross += value;
        product.Orders += IsFirstOfOrder(lines, index) ? 1 : 0;
        if (current == _periods.Month)
        {
            product.MonthUnits += line.Quantity;
            product.MonthGross += value;
        }

        return value;
    }

    private static bool IsFirstOfOrder(IReadOnlyList<ShopOrderLine> lines, int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (lines[i].Sku == lines[index].Sku)
            {
                return false;
            }
        }

        return true;
    }

    private void Add(ReturnedLine line)
    {
        MonthTotals month = Month(MonthOf(line.At));
        decimal value = line.UnitPrice.Amount * line.Quantity;
        month.Returns += value;
        month.ReturnedUnits += line.Quantity;
        month.ReturnIds.Add(line.ReturnId);
        if (_costs.TryGetValue(line.Sku, out decimal cost))
        {
            month.Cost -= cost * line.Quantity;
            month.NetWithCost -= value;
        }

        if (!_products.TryGetValue(line.Sku, out ProductTotals? product))
        {
            _products[line.Sku] = product = new();
        }

        product.ReturnedUnits += line.Quantity;
        product.Returns += value;
    }

    private SalesSummary Summary()
    {
        Currency currency = _history.Currency;
        Money Of(decimal amount) => new(amount, currency);
        return new(
            _periods,
            [.. _months.Select(m => m.Value.ToPeriod(m.Key, IsComplete(m.Key), currency, _costs.Count > 0))],
            [.. _products.OrderBy(p => p.Key).Select(p => new ProductSales(p.Key, p.Value.Units, Of(p.Value.Gross), p.Value.ReturnedUnits, Of(p.Value.Returns), p.Value.Orders, p.Value.MonthUnits, Of(p.Value.MonthGross)))],
            Groups(_countries, currency),
            Groups(_channels, currency),
            Of(_months.Values.Sum(m => m.Gross)),
            Of(_months.Values.Sum(m => m.Returns)),
            _months.Values.Sum(m => m.Units),
            _history.Orders.Count,
            _customers.Count,
            _guestOrders);
    }

    private static IReadOnlyList<GroupSales> Groups(Dictionary<string, GroupTotals> groups, Currency currency) =>
        [.. groups.OrderByDescending(g => g.Value.Gross).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new GroupSales(g.Key, g.Value.Orders, new(g.Value.Gross, currency), g.Value.MonthOrders, new(g.Value.MonthGross, currency)))];

    private bool IsComplete(YearMonth month) =>
        month.OnDayOfMonth(1) >= _history.From && month.OnDayOfMonth(1).PlusMonths(1) <= _history.Until;

    private YearMonth MonthOf(Instant at)
    {
        LocalDate day = at.InZone(_history.Zone).Date;
        return new(day.Year, day.Month);
    }

    private MonthTotals Month(YearMonth month)
    {
        if (!_months.TryGetValue(month, out MonthTotals? totals))
        {
            _months[month] = totals = new();
        }

        return totals;
    }

    private static void Add(Dictionary<string, GroupTotals> groups, string name, decimal value, bool reported)
    {
        ref GroupTotals? group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, name, out _);
        group ??= new();
        group.Orders++;
        group.Gross += value;
        if (reported)
        {
            group.MonthOrders++;
            group.MonthGross += value;
        }
    }

    private static decimal? Sum(decimal? total, Money? amount) => amount is { } a ? (total ?? 0) + a.Amount : total;
}
