using EcomOps.Analytics.Dashboard;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Analytics.Tests.Dashboard;

public sealed class DailyFiguresTests
{
    private static readonly LocalDate First = new(2025, 1, 1);
    private static readonly ReportPeriod Days = new(First, First.PlusDays(119));

    // Guests, orders before the days, two orders of a day, unknown costs, refunds with and without order, spend on some days only, visits.
    private static ShopFacts Shop(int seed)
    {
        var random = new Random(seed);
        string? Pick(params string?[] values) => values[random.Next(values.Length)];
        Instant At(int day) => First.PlusDays(day).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() + Duration.FromMinutes(random.Next(1440));
        Money Some(int most) => Money.Eur(random.Next(100 * most) / 100m);
        OrderFact[] orders =
        [
            .. Enumerable.Range(0, 150).Select(i => new OrderFact($"o{i}", Pick(null, "a", "b", "c", "d", "e", "f", "g"), At(random.Next(-40, 120)),
            [
                .. Enumerable.Range(0, random.Next(1, 4)).Select(l => new OrderLineFact($"sku{random.Next(6)}", random.Next(1, 4), Some(50))
                {
                    Category = Pick("Tea", "Mugs", null), UnitCost = random.Next(40) == 0 ? null : Some(20), Discount = random.Next(3) == 0 ? Some(1) : null,
                }),
            ])
            {
                Channel = Pick("search", "mail", null), Segment = Pick("Loyal", "Lost"), Country = Pick("NL", "DE"), Shipping = Some(5), Tax = Some(9),
                ShippingCost = random.Next(60) == 0 ? null : Some(4), PaymentFee = Some(1), FulfilmentCost = Some(2),
            }),
        ];
        RefundFact[] refunds = [.. Enumerable.Range(0, 25).Select(i => new RefundFact($"r{i}", Pick("o1", "o7", "o30", null), At(random.Next(120)), $"sku{random.Next(6)}", 1, Some(20)) { UnitCost = random.Next(2) == 0 ? Some(5) : null, HandlingCost = random.Next(8) == 0 ? null : Some(2) })];
        SpendFact[] spend = [.. Enumerable.Range(0, 30).Select(_ => new SpendFact(First.PlusDays(random.Next(120)), Pick("search", "mail", "social")!, Some(30), random.Next(4) > 0))];
        SessionFact[] sessions = [.. Enumerable.Range(0, 300).Select(i => new SessionFact($"s{i}", At(random.Next(120)), (SessionStep)random.Next(7), Pick("search", "mail", "social")!))];
        return ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, orders, refunds, spend, sessions);
    }

    [Property(MaxTest = 60)]
    public void Any_range_of_days_of_any_part_gives_what_the_registry_gives(int seed)
    {
        ShopFacts facts = Shop(seed);
        (FactDimension, string)[] parts =
        [
            (FactDimension.Channel, "search"), (FactDimension.Channel, "mail"), (FactDimension.Channel, "social"), (FactDimension.Channel, FactFilter.Unknown),
            (FactDimension.Category, "Tea"), (FactDimension.Segment, "Loyal"), (FactDimension.Country, "NL"),
        ];
        DailyFigures daily = DailyFigures.Compute(facts, Days, MetricRegistry.Standard.Metrics, parts);
        var random = new Random(seed);
        for (int i = 0; i < 12; i++)
        {
            int from = random.Next(120), until = Math.Min(119, from + random.Next(i < 6 ? 4 : 90));
            var range = new ReportPeriod(First.PlusDays(from), First.PlusDays(until));
            for (int v = 0; v < daily.Views.Count; v++)
            {
                foreach (Metric metric in daily.Metrics)
                {
                    decimal? expected = facts.Value(metric, range, daily.Views[v].Filter), found = daily.Value(metric, range, v);
                    Assert.True(expected == found, $"{metric.Id} of {daily.Views[v].Value ?? "the shop"}, {range.From} to {range.Until}: {found} and not {expected}");
                }
            }
        }
    }

    [Fact]
    public void Every_standard_metric_is_a_formula_and_those_that_no_day_can_tell_are_left_out()
    {
        Assert.All(MetricRegistry.Standard.Metrics, m => Assert.NotNull(m.Formula));
        string[] left = [.. MetricRegistry.Standard.Metrics.Except(DailyFigures.Compute(Shop(1), Days, MetricRegistry.Standard.Metrics, []).Metrics).Select(m => m.Id)];
        Assert.Equal(["repeat_purchase_rate", "cac_paid", "net_sales_ytd", "active_customers_90"], left);
    }

    [Fact]
    public void A_range_beyond_the_days_is_refused()
    {
        DailyFigures daily = DailyFigures.Compute(Shop(1), Days, [MetricRegistry.Standard["orders"]], []);
        Assert.Throws<ArgumentOutOfRangeException>(() => daily.Value(MetricRegistry.Standard["orders"], Days with { Until = Days.Until.PlusDays(1) }));
        Assert.Throws<ArgumentException>(() => daily.Value(MetricRegistry.Standard["units"], Days));
    }

    [Fact]
    public void A_channel_without_spend_has_no_cost_of_acquisition()
    {
        OrderFact order = new("1", "a", First.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), [new("sku", 1, Money.Eur(9))]) { Channel = "mail" };
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, [order], spend: [new SpendFact(First, "search", Money.Eur(20))]);
        Assert.Null(facts.Value(MetricRegistry.Standard["cac"], Days, new FactFilter(Channel: "mail")));
        Assert.Equal(0m, facts.Totals(Days, new FactFilter(Channel: "mail")).MarketingSpend);
        Assert.Equal(20m, facts.Value(MetricRegistry.Standard["cac"], Days));
    }
}
