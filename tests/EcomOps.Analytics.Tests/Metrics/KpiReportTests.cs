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
    public void Cost_of_returns_is_zero_without_returns_and_unknown_where_it_was_not_recorded()
    {
        ShopFacts With(params RefundFact[] refunds) => ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, [Order("1", "a", 3, 2, 50)], refunds, [new SpendFact(new LocalDate(2026, 4, 2), "search", Money.Eur(20))]);
        RefundFact back = new("r1", "1", At(10), "sku", 1, Money.Eur(45));
        decimal? Of(string id, params RefundFact[] refunds) => With(refunds).Report(April)[id].Value;

        decimal before = Of("cm2_before_return_cost")!.Value;
        Assert.Equal((before, before - 20, null), (Of("cm2"), Of("cm3"), Of("return_cost_coverage")));
        Assert.Equal((null, null, before - 45, 0m), (Of("cm2", back), Of("cm3", back), Of("cm2_before_return_cost", back), Of("return_cost_coverage", back)));
        RefundFact free = back with { HandlingCost = Money.Eur(0) };
        Assert.Equal((before - 45, 1m), (Of("cm2", free), Of("return_cost_coverage", free)));
        RefundFact goodwill = back with { Quantity = 0 };
        Assert.Equal(before - 45, Of("cm2", goodwill));
        RefundFact second = new("r2", "1", At(11), "sku", 1, Money.Eur(15)) { HandlingCost = Money.Eur(2) };
        Assert.Equal((null, 0.25m), (Of("cm2", back, second), Of("return_cost_coverage", back, second)));
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

    [Fact]
    public void Parts_of_a_split_add_up_to_the_whole_with_facts_of_no_part_named()
    {
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
            [Order("1", "a", 3, 1, 30), Order("2", "b", 4, 1, 50) with { Channel = "mail" }, Order("3", "c", 5, 1, 70) with { Channel = null }],
            [new RefundFact("r", "2", At(9), "sku", 1, Money.Eur(50)), new RefundFact("s", null, At(9), "sku", 1, Money.Eur(5))]);
        IReadOnlyDictionary<string, KpiReport> channels = facts.Report(April).By(FactDimension.Channel);
        Assert.Equal([FactFilter.Unknown, "mail", "search"], channels.Keys);
        Assert.Equal([65m, 0m, 30m], channels.Values.Select(r => r["net_sales"].Value!.Value));
        Assert.Equal("refund_without_order", Assert.Single(facts.Issues).Code);
    }

    [Fact]
    public void A_day_is_the_shops_day_also_when_the_clock_changes()
    {
        // Amsterdam, 29 March 2026: clocks go from 02:00 to 03:00, so the day lasts from 23:00 to 22:00 UTC.
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        OrderFact[] orders = [.. new[] { (28, 22, 59), (28, 23, 0), (29, 21, 59), (29, 22, 0) }.Select((t, i) => Order($"{i}", "a", 1, 1, 10) with { At = Instant.FromUtc(2026, 3, t.Item1, t.Item2, t.Item3) })];
        var day = new ReportPeriod(new LocalDate(2026, 3, 29), new LocalDate(2026, 3, 29));
        Assert.Equal(2, ShopFacts.Of(zone, Currency.Eur, orders).Totals(day).Orders);
    }

    [Fact]
    public void A_day_of_refunds_only_is_negative_and_its_ratios_are_null()
    {
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, [Order("1", "a", 3, 1, 30)], [new RefundFact("r", "1", At(20), "sku", 1, Money.Eur(30))]);
        var day = new ReportPeriod(new LocalDate(2026, 4, 21), new LocalDate(2026, 4, 21));
        KpiReport report = facts.Report(day);
        Assert.Equal(-30m, report["net_sales"].Value);
        Assert.Null(report["aov"].Value);
        Assert.Null(report["return_rate"].Value);
    }

    [Fact]
    public void Foreign_amounts_convert_at_the_latest_rate_of_their_day_and_are_left_out_without_one()
    {
        ExchangeRates rates = new([new ExchangeRate(Currency.Usd, Currency.Eur, 0.9m, new LocalDate(2026, 4, 3)), new ExchangeRate(Currency.Usd, Currency.Eur, 0.5m, new LocalDate(2026, 4, 6))]);
        OrderFact Dollars(string id, int day) => new(id, null, At(day), [new OrderLineFact("sku", 1, Money.Usd(10))]);
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, [Dollars("early", 0), Dollars("1", 4), Dollars("2", 5), Dollars("late", 14)], rates: rates);
        Assert.Equal(9m + 5m, facts.Totals(April).GrossSales);
        Assert.Equal(["orders[early]", "orders[late]"], facts.Issues.Select(i => i.Path));
        Assert.Equal(new LocalDate(2026, 4, 3), rates.Convert(Money.Usd(10), Currency.Eur, new LocalDate(2026, 4, 5))!.Rate!.On);
    }

    [Fact]
    public void A_comparison_period_that_the_facts_cover_only_in_part_is_not_compared()
    {
        OrderFact[] orders = [Order("0", "a", -20, 1, 10), Order("1", "a", 3, 1, 10)];
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, orders, coverage: new ReportPeriod(new LocalDate(2026, 3, 10), new LocalDate(2026, 4, 30)));
        Assert.Null(facts.Report(April)["net_sales"].PriorPeriod);
    }

    [Fact]
    public void Cumulative_metrics_sum_over_their_own_days()
    {
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, [Order("0", "a", -120, 1, 7), Order("1", "b", -60, 1, 10), Order("2", "c", 3, 1, 20)]);
        KpiReport report = facts.Report(April);
        Assert.Equal(30m, report["net_sales_ytd"].Value);
        Assert.Equal(2m, report["active_customers_90"].Value);
    }

    [Fact]
    public void Margin_stands_on_the_lines_whose_cost_is_known_and_says_how_much_that_is()
    {
        OrderFact bare = new("2", null, At(3), [new OrderLineFact("other", 1, Money.Eur(25))]);
        KpiReport report = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur, [Order("1", "a", 3, 3, 25), bare]).Report(April);
        Assert.Equal(15m / 75m, report["gross_margin_rate"].Value);
        Assert.Equal(0.75m, report["cost_coverage"].Value);
    }

    [Fact]
    public void Blended_and_paid_acquisition_cost_divide_by_different_customers()
    {
        ShopFacts facts = ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
            [Order("1", "a", 3, 1, 10), Order("2", "b", 3, 1, 10) with { Channel = "direct" }], spend: [new SpendFact(new LocalDate(2026, 4, 2), "search", Money.Eur(30))]);
        KpiReport report = facts.Report(April);
        Assert.Equal((15m, 30m), (report["cac"].Value, report["cac_paid"].Value));
        Assert.Null(facts.Report(ReportPeriod.Of(new YearMonth(2026, 3)))["marketing_spend"].Value);
    }

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
