using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Growth;

public sealed class ContributionReportTests
{
    private static readonly ReportPeriod May = ReportPeriod.Of(new YearMonth(2026, 5));

    [Fact]
    public void Costs_of_an_order_go_to_its_lines_by_value_to_the_cent()
    {
        // Lines of 20 and 10 after discount: shipping 5.00 splits 3.33 + 1.67, fee 1.00 splits .67 + .33, spend 9.00 splits 6 + 3.
        ContributionReport report = ContributionReport.Compute(Shop(), May, ContributionGroup.Product);
        ContributionWaterfall mug = report.Groups.Single(g => g.Key == "mug"), tray = report.Groups.Single(g => g.Key == "tray");
        Assert.Equal((20m, 8m, 3.33m, 0.67m, 6m), (mug.NetSales, mug.CostOfGoods, mug.ShippingCost, mug.PaymentFees, mug.Marketing));
        Assert.Equal((12m, 8m, 2m), (mug.Cm1, mug.Cm2, mug.Cm3));

        // Tray: 12 - 2 discount - 10 returned; cost not known; 1.67, .33, 3 and 2.50 for the return.
        Assert.Equal((0m, 0m, -4.50m, -7.50m), (tray.NetSales, tray.Cm1, tray.Cm2, tray.Cm3));
        Assert.Equal(1m, tray.Lines.Single(l => l.Id == "cost_of_goods").UncoveredShare);
        Assert.Equal(10m / 30m, report.Total.Lines.Single(l => l.Id == "cost_of_goods").UncoveredShare);
        Assert.Equal(["mug", "tray", ContributionReport.Unallocated], report.Groups.Select(g => g.Key).OrderBy(k => k == ContributionReport.Unallocated));
    }

    [Fact]
    public void Every_sum_of_the_waterfall_is_the_sum_of_the_lines_above()
    {
        decimal running = 0;
        foreach (ContributionLine line in ContributionReport.Compute(Shop(), May, ContributionGroup.Order).Total.Lines)
        {
            running += line.IsSum ? 0 : line.Amount;
            Assert.True(!line.IsSum || line.Amount == running, line.Name);
        }
    }

    [Fact]
    public void Spend_of_a_channel_without_orders_stays_with_the_channel()
    {
        ContributionWaterfall tv = ContributionReport.Compute(Shop(), May, ContributionGroup.Channel).Groups.Single(g => g.Key == "tv");
        Assert.Equal((0m, -4m), (tv.NetSales, tv.Cm3));
    }

    [Fact]
    public void The_whole_agrees_with_the_metrics_where_every_cost_is_known()
    {
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
            [Order("1", "search", 1.11m, 0.37m, ("mug", 3, 9.99m, 1m, 4m), ("tray", 1, 20m, 0m, 9m)), Order("2", "mail", 2m, 0.5m, ("mug", 1, 9.99m, 0m, 4m))],
            [new RefundFact("r", "1", At(9), "mug", 1, Money.Eur(9)) { UnitCost = Money.Eur(4), HandlingCost = Money.Eur(2) }], [new SpendFact(new LocalDate(2026, 5, 2), "search", Money.Eur(7))]);
        ContributionWaterfall total = ContributionReport.Compute(facts, May, ContributionGroup.Channel).Total;
        KpiReport metrics = facts.Report(May);
        Assert.Equal((metrics["cm1"].Value, metrics["cm2"].Value, metrics["cm3"].Value), (total.Cm1, total.Cm2, total.Cm3));
        Assert.NotNull(metrics["cm3"].Value);
    }

    [Property]
    public bool Parts_add_up_to_the_whole_to_the_last_cent_whatever_the_split(ushort[] cents, byte lines, ushort spend)
    {
        OrderFact[] orders =
        [
            .. (cents ?? []).Select((c, i) => Order($"{i}", i % 3 == 0 ? "search" : "mail", c / 100m, decimal.Round(c / 700m, 4), [.. Enumerable.Range(0, 1 + ((lines + i) % 4)).Select(l => ($"sku{l}", 1L + (l % 3), (c % 97 / 100m) + l, 0m, 0.33m))])),
        ];
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, orders, spend: [new SpendFact(new LocalDate(2026, 5, 2), "search", Money.Eur(spend / 100m)), new SpendFact(new LocalDate(2026, 5, 3), "tv", Money.Eur(1))]);
        decimal shipping = orders.Sum(o => o.ShippingCost!.Value.Amount), fees = orders.Sum(o => o.PaymentFee!.Value.Amount), marketing = (spend / 100m) + 1;
        return Enum.GetValues<ContributionGroup>().All(group =>
        {
            IReadOnlyList<ContributionWaterfall> parts = ContributionReport.Compute(facts, May, group).Groups;
            return parts.Sum(p => p.ShippingCost) == shipping && parts.Sum(p => p.PaymentFees) == fees && parts.Sum(p => p.Marketing) == marketing;
        });
    }

    private static ShopFacts Shop() => ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
        [
            new OrderFact("1", "a", At(1), [new OrderLineFact("mug", 2, Money.Eur(10)) { UnitCost = Money.Eur(4) }, new OrderLineFact("tray", 1, Money.Eur(12)) { Discount = Money.Eur(2) }])
            {
                Channel = "search", ShippingCost = Money.Eur(5), PaymentFee = Money.Eur(1), FulfilmentCost = Money.Zero(Currency.Eur),
            },
        ],
        [new RefundFact("r", "1", At(20), "tray", 1, Money.Eur(10)) { HandlingCost = Money.Eur(2.5m) }],
        [new SpendFact(new LocalDate(2026, 5, 2), "search", Money.Eur(9)), new SpendFact(new LocalDate(2026, 5, 3), "tv", Money.Eur(4))]);

    private static OrderFact Order(string id, string channel, decimal shipping, decimal fee, params (string Sku, long Quantity, decimal Price, decimal Discount, decimal Cost)[] lines) =>
        new(id, "c" + id, At(3), [.. lines.Select(l => new OrderLineFact(l.Sku, l.Quantity, Money.Eur(l.Price)) { Discount = Money.Eur(l.Discount), UnitCost = Money.Eur(l.Cost) })])
        {
            Channel = channel,
            ShippingCost = Money.Eur(shipping),
            PaymentFee = Money.Eur(fee),
            FulfilmentCost = Money.Eur(1),
        };

    private static Instant At(int day) => Instant.FromUtc(2026, 5, 1, 12, 0) + Duration.FromDays(day - 1);
}
