using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Growth;

public sealed class MonthlyReportTests
{
    private static readonly YearMonth May = new(2026, 5);

    [Fact]
    public void A_month_tells_sales_customers_cost_of_acquisition_and_return_on_spend_against_the_month_before()
    {
        // April: customer a. May: a again and b new over search, c new by mail without spend; 30 spent on search, all to win customers.
        var report = MonthlyReport.Compute(Shop(), May, new MonthlyReportOptions { Ltv = new LifetimeMargin(45, 12) });
        Assert.Equal((60m, 20m, null), (report.NetSales.Value, report.NetSales.PriorPeriod, report.NetSales.PriorYear));
        Assert.Equal((2m, 1m), (report.NewCustomers.Value, report.ReturningCustomers.Value));
        Assert.Equal((15m, 30m), (report.CacBlended.Value, report.CacPaid.Value));
        Assert.Equal((40m / 30m, 2m), (report.Roas.Value, report.Mer.Value));
        Assert.Equal((3m, 1.5m), (report.LtvToCacBlended, report.LtvToCacPaid));
        Assert.Equal((20m, null), (report.PriorMonth?.NetSales, report.PriorYear?.NetSales));
        Assert.Equal(60m, report.Contribution.NetSales);
    }

    [Fact]
    public void Products_rank_by_profit_and_not_by_sales_and_ties_keep_the_order_of_skus()
    {
        // Costs 2, 2, 25 and 5 on 10 each: margins 8, 8, -15 and 5; the bulky one sells as much and loses.
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
            [new OrderFact("1", "a", At(5, 1), [Line("b", 10, 2), Line("a", 10, 2), Line("bulky", 10, 25), Line("c", 10, 5), Line("worse", 10, 25), Line("even", 10, 10)])]);
        var report = MonthlyReport.Compute(facts, May);
        Assert.Equal(["a", "b", "c"], report.MostProfitable.Select(p => p.Key));
        Assert.Equal(["bulky", "worse"], report.MostLosing.Select(p => p.Key));
        Assert.Equal(["a"], MonthlyReport.Compute(facts, May, new MonthlyReportOptions { Products = 1 }).MostProfitable.Select(p => p.Key));
    }

    [Fact]
    public void A_shop_without_spend_or_lifetime_margin_has_no_ratio_rather_than_zero()
    {
        var report = MonthlyReport.Compute(ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, [new OrderFact("1", "a", At(5, 1), [Line("a", 10, 2)])]), May, new MonthlyReportOptions { Ltv = new LifetimeMargin(45, 12) });
        Assert.Null(report.CacBlended.Value);
        Assert.Null(report.LtvToCacBlended);
        Assert.Null(report.Roas.Value);
        Assert.Empty(report.Unusual.Anomalies);
    }

    [Fact]
    public void A_day_on_which_the_shop_was_down_stands_in_the_report_of_its_month()
    {
        // Twenty orders a day, two fewer or more in turn, none on 12 May; facts begin in January.
        LocalDate down = new(2026, 5, 12);
        IEnumerable<LocalDate> days = Enumerable.Range(0, 151).Select(d => new LocalDate(2026, 1, 1).PlusDays(d)).Where(d => d != down);
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
            days.SelectMany(d => Enumerable.Range(0, 18 + (d.DayOfYear * 7 % 5)).Select(i => new OrderFact($"{d:uuuuMMdd}-{i}", null, At(d.Month, d.Day), [Line("a", 10, 2)]))));
        AnomalyReport unusual = MonthlyReport.Compute(facts, May).Unusual;
        Assert.Equal([("Net sales", down), ("Orders", down)], unusual.Anomalies.Select(a => (a.Metric, a.On)).Order());
        Assert.All(unusual.Anomalies, a => Assert.True(a.Value == 0 && a.Low > 0));
    }

    private static ShopFacts Shop() => ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
        [
            new OrderFact("1", "a", At(4, 3), [Line("mug", 20, 5)]) { Channel = "search" },
            new OrderFact("2", "a", At(5, 3), [Line("mug", 20, 5)]) { Channel = "search" },
            new OrderFact("3", "b", At(5, 4), [Line("mug", 20, 5)]) { Channel = "search" },
            new OrderFact("4", "c", At(5, 5), [Line("mug", 20, 5)]) { Channel = "mail" },
        ],
        spend: [new SpendFact(new LocalDate(2026, 5, 1), "search", Money.Eur(30))]);

    private static OrderLineFact Line(string sku, decimal price, decimal cost) => new(sku, 1, Money.Eur(price)) { UnitCost = Money.Eur(cost) };

    private static Instant At(int month, int day) => Instant.FromUtc(2026, month, day, 12, 0);
}
