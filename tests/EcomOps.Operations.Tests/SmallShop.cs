using System.Globalization;
using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Tests;

/// <summary>A history written by hand, small enough to check every figure on paper.</summary>
internal sealed class SmallShop
{
    private readonly List<ShopOrder> _orders = [];
    private readonly List<ReturnedLine> _returns = [];
    private readonly SortedDictionary<string, ShopProduct> _products = new(StringComparer.Ordinal);

    internal static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    internal SmallShop Product(string sku, string title, decimal price, decimal? cost = null)
    {
        _products[sku] = new(sku, title, Money.Gbp(price)) { UnitCost = cost is { } c ? Money.Gbp(c) : null };
        return this;
    }

    internal SmallShop Order(string id, string at, string? customer, params (string Sku, long Quantity, decimal Price)[] lines)
    {
        Instant placed = At(at);
        _orders.Add(new(id, placed, [.. lines.Select(l => new ShopOrderLine(l.Sku, l.Quantity, Money.Gbp(l.Price), placed))]) { CustomerId = customer, CountryName = "United Kingdom", Country = "GB" });
        foreach ((string sku, _, decimal price) in lines)
        {
            _products.TryAdd(sku, new(sku, $"Article {sku}", Money.Gbp(price)));
        }

        return this;
    }

    internal SmallShop Return(string id, string at, string? customer, string sku, long quantity, decimal price)
    {
        _returns.Add(new(id, At(at), sku, quantity, Money.Gbp(price)) { CustomerId = customer });
        return this;
    }

    internal ShopHistory Build(params DataGap[] gaps)
    {
        ShopOrder[] orders = [.. _orders.OrderBy(o => o.PlacedAt).ThenBy(o => o.Id, StringComparer.Ordinal)];
        long rows = orders.Sum(o => o.Lines.Count) + _returns.Count;
        return new()
        {
            Name = "Small shop",
            Source = "small.csv",
            Currency = Currency.Gbp,
            Zone = Zone,
            From = Day(orders[0].PlacedAt),
            Until = Day(orders[^1].PlacedAt).PlusDays(1),
            Import = new(rows + 1, rows, 1, 0, [new("R1", "cancellation or adjustment", _returns.Count)]),
            Orders = orders,
            Returns = [.. _returns.OrderBy(r => r.At)],
            Products = [.. _products.Values],
            Customers = [.. orders.Select(o => o.CustomerId).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(id => new ShopCustomer(id, null, "GB"))],
            Gaps = gaps,
        };
    }

    internal static Instant At(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneStrictly(Zone).ToInstant();

    /// <summary>Three complete months and a day: enough for a prior month and too little for a prior year.</summary>
    internal static SmallShop Quarter() => new SmallShop()
        .Product("MUG", "Blue mug", 4.00m, 1.50m)
        .Product("TRAY", "Oak tray", 20.00m, 9.00m)
        .Order("1", "2026-01-01 09:00", "A", ("MUG", 2, 4.00m), ("TRAY", 1, 20.00m))
        .Order("2", "2026-01-31 23:30", "B", ("MUG", 10, 3.50m))
        .Order("3", "2026-02-10 12:00", "A", ("TRAY", 2, 20.00m))
        .Order("4", "2026-02-11 12:00", null, ("MUG", 1, 4.00m))
        .Order("5", "2026-03-05 08:00", "C", ("TRAY", 3, 19.00m), ("MUG", 5, 4.00m))
        .Order("6", "2026-03-06 08:00", "A", ("MUG", 3, 4.00m))
        .Return("C7", "2026-03-20 10:00", "C", "TRAY", 1, 19.00m)
        .Order("8", "2026-04-01 08:00", "B", ("MUG", 1, 4.00m));

    private static LocalDate Day(Instant at) => at.InZone(Zone).Date;

    internal static string Number(decimal value) => value.ToString("N2", CultureInfo.InvariantCulture);
}
