using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Growth;

public sealed class SalesChangeTests
{
    private static readonly ReportPeriod May = ReportPeriod.Of(new YearMonth(2026, 5));

    [Fact]
    public void Orders_order_value_and_returns_add_up_to_the_change()
    {
        // April: 2 orders of 50. May: 3 orders, 240 in all, 30 sent back. One order more at 50, and 30 more on each of three.
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
            [Order("1", 4, 50, "search", "mugs"), Order("2", 4, 50, "mail", "mugs"), Order("3", 5, 100, "search", "mugs"), Order("4", 5, 60, "mail", "trays"), Order("5", 5, 80, null, "trays")],
            [new RefundFact("r", "3", At(5), "sku", 1, Money.Eur(30))]);
        SalesChange change = SalesChange.Between(facts, May, May.Prior);
        Assert.Equal((100m, 210m, 110m), (change.NetBefore, change.NetNow, change.Change));
        Assert.Equal((50m, 90m, -30m), (change.OrdersEffect, change.OrderValueEffect, change.ReturnsEffect));

        // Channels: unknown 0 to 80, search 50 to 70, mail 50 to 60. Categories: trays 0 to 140, mugs 100 to 70.
        Assert.Equal([(FactFilter.Unknown, 80m), ("search", 20m), ("mail", 10m)], change.By(FactDimension.Channel).Select(p => (p.Key, p.Change)));
        Assert.Equal([("trays", 140m), ("mugs", -30m)], change.By(FactDimension.Category).Select(p => (p.Key, p.Change)));
    }

    [Fact]
    public void Effects_and_parts_sum_exactly_where_means_do_not_end()
    {
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
            [.. Enumerable.Range(0, 7).Select(i => Order($"a{i}", 4, 10.01m + i, $"c{i % 3}", $"k{i % 2}")), .. Enumerable.Range(0, 11).Select(i => Order($"b{i}", 5, 9.97m + (i * 0.33m), $"c{i % 4}", $"k{i % 3}"))]);
        SalesChange change = SalesChange.Between(facts, May, May.Prior);
        Assert.Equal(change.Change, change.OrdersEffect + change.OrderValueEffect + change.ReturnsEffect);
        foreach (FactDimension dimension in (FactDimension[])[FactDimension.Channel, FactDimension.Category, FactDimension.Country])
        {
            Assert.Equal(change.Change, change.By(dimension).Sum(p => p.Change));
        }
    }

    [Fact]
    public void Without_orders_before_or_now_all_is_the_effect_of_orders()
    {
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, [Order("1", 5, 70, "search", "mugs")]);
        Assert.Equal((70m, 0m, 0m), SalesChange.Between(facts, May, May.Prior) is var up ? (up.OrdersEffect, up.OrderValueEffect, up.ReturnsEffect) : default);
        SalesChange down = SalesChange.Between(facts, ReportPeriod.Of(new YearMonth(2026, 6)), May);
        Assert.Equal((-70m, 0m), (down.OrdersEffect, down.OrderValueEffect));
        Assert.Throws<InvalidOperationException>(() => new SalesChange(May, May.Prior, 0, 0, 0, 0, 0).By(FactDimension.Channel));
    }

    private static Instant At(int month) => Instant.FromUtc(2026, month, 9, 12, 0);

    private static OrderFact Order(string id, int month, decimal price, string? channel, string category) =>
        new(id, null, At(month), [new OrderLineFact("sku", 1, Money.Eur(price)) { Category = category }]) { Channel = channel };
}
