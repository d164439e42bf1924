using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Metrics;

public sealed class KpiReportTests
{
    private static readonly ReportPeriod April = ReportPeriod.Of(new YearMonth(2026, 4));

    [Fact]
    public void Sales_lines_margins_and_ratios_follow_their_definitions()
    {
        OrderFact[] orders = [Order("1", "a", 3, 2, 50, discount: 10), Order("2", "a", 5, 1, 100), Order("0", "b", -20, 1, 40)];
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, orders,
            [new RefundFact("r1", "1", At(10), "sku", 1, Money.Eur(45)) { HandlingCost = Money.Eur(2) }],
            [new SpendFact(new LocalDate(2026, 4, 2), "search", Money.Eur(20))],
            [new SessionFact("s1", At(1), SessionStep.Order), new SessionFact("s2", At(1), SessionStep.Cart), new SessionFact("s3", At(1), SessionStep.Visit), new SessionFact("s3", At(1), SessionStep.Order)]);
        KpiReport report = KpiReport.Compute(facts, April, targets: new Dictionary<string, decimal> { ["net_sales"] = 200 });
        Assert.Equal(200m, report["gross_sales"].Value);
        Assert.Equal(145m, report["net_sales"].Value);
        Assert.Equal(95m, report["aov"].Value);
        Assert.Equal(145m - 60m, report["cm1"].Value);
        Assert.Equal(145m - 60m - 6m - 2m - 4m - 2m, report["cm2"].Value);
        Assert.Equal(report["cm2"].Value - 20m, report["cm3"].Value);
        Assert.Equal(0.5m, report["cart_abandonment"].Value);
        Assert.Equal(1m / 3, report["conversion_rate"].Value);
        Assert.Equal(20m, report["cac"].Value);
        Assert.Equal(9.5m, report["roas"].Value);
        Assert.Equal(1m, report["repeat_purchase_rate"].Value);
        Assert.Equal(40m, report["net_sales"].PriorPeriod);
        Assert.Null(report["net_sales"].PriorYear);
        Assert.Equal(-0.275m, report["net_sales"].ChangeToTarget);
    }

    [Fact]
    public void Zero_denominators_and_unknown_costs_are_null()
    {
        KpiReport report = KpiReport.Compute(ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, []), April);
        Assert.All(report.Values.Where(v => v.Metric.Kind is MetricKind.Ratio or MetricKind.Conversion), v => Assert.Null(v.Value));
        OrderFact bare = new("1", null, At(3), [new OrderLineFact("sku", 1, Money.Eur(9))]);
        Assert.Null(KpiReport.Compute(ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, [bare]), April)["cm1"].Value);
    }

    [Fact]
    public void Duplicates_and_other_currencies_are_left_out_and_named_and_test_orders_never_count()
    {
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
            [Order("1", "a", 3, 1, 10), Order("1", "a", 4, 1, 10), Order("2", "a", 3, 1, 10) with { IsTest = true }, Order("3", "b", 3, 1, 10) with { Shipping = Money.Usd(1) }]);
        Assert.Equal(1, facts.Totals(April).Orders);
        Assert.Equal(["currency_mixed", "order_duplicate"], facts.Issues.Select(i => i.Code).Order());
    }

    [Fact]
    public void Channels_add_up_to_the_whole()
    {
        OrderFact[] orders = [.. Enumerable.Range(0, 30).Select(i => Order($"{i}", $"c{i % 7}", i % 28, 1, 10 + i) with { Channel = i % 2 == 0 ? "search" : "mail" })];
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, orders);
        Assert.Equal(facts.Totals(April).NetSales, facts.Values(FactDimension.Channel).Sum(c => facts.Totals(April, new FactFilter(Channel: c)).NetSales));
    }

    [Fact]
    public void Every_standard_metric_has_a_definition() => Assert.All(MetricRegistry.Standard.Metrics, m => Assert.NotEmpty(m.Definition));

    private static Instant At(int day) => Instant.FromUtc(2026, 4, 1, 12, 0) + Duration.FromDays(day);

    private static OrderFact Order(string id, string customer, int day, long quantity, decimal price, decimal discount = 0) =>
        new(id, customer, At(day), [new OrderLineFact("sku", quantity, Money.Eur(price)) { Discount = Money.Eur(discount), UnitCost = Money.Eur(20) }])
        {
            Channel = "search",
            ShippingCost = Money.Eur(3),
            PaymentFee = Money.Eur(1),
            FulfilmentCost = Money.Eur(2),
        };
}
