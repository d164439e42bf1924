using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Customers;

public sealed class CustomerOrdersTests
{
    private static readonly LocalDate Day = new(2026, 3, 1);

    [Fact]
    public void Guests_and_other_currencies_are_left_out_and_named()
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        builder.Add("a", Day, Money.Eur(10));
        builder.Add(" ", Day, Money.Eur(10));
        builder.Add("a", Day, Money.Usd(10));
        CustomerOrders orders = builder.Build();
        Assert.Equal((1, 1, 2L), (orders.CustomerCount, orders.OrderCount, orders.LeftOut));
        Assert.Equal(["customer_missing", "currency_mixed"], orders.Issues.Select(i => i.Code));
    }

    [Fact]
    public void A_refund_without_order_is_named_and_one_with_order_lowers_the_value()
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        builder.Add("a", Day, Money.Eur(30));
        builder.Add("a", Day.PlusDays(2), Money.Eur(10), isRefund: true);
        builder.Add("b", Day, Money.Eur(5), isRefund: true);
        CustomerOrders orders = builder.Build();
        Assert.Equal("refund_without_order", Assert.Single(orders.Issues).Code);
        Assert.Equal(30m, Rfm.Score(orders, Day.PlusDays(1))[0].Monetary.Amount);
        Assert.Equal(20m, Rfm.Score(orders, Day.PlusDays(2))[0].Monetary.Amount);
    }

    [Fact]
    public void The_business_day_is_that_of_the_zone()
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        CustomerOrders orders = CustomerOrders.From([new CustomerOrder("a", Instant.FromUtc(2026, 3, 1, 23, 30), Money.Eur(1))], zone, Currency.Eur);
        Assert.Equal(new LocalDate(2026, 3, 2), orders.FirstDay);
    }

    [Fact]
    public void An_empty_shop_and_a_shop_of_one_customer_have_defined_results()
    {
        CustomerOrders none = CustomerOrders.From([], DateTimeZone.Utc, Currency.Eur);
        Assert.Equal(0, Rfm.Score(none, Day).Count);
        Assert.Empty(CohortTable.Compute(none).Cohorts);
        Assert.Null(none.RepeatRate().Rate);

        CustomerOrders one = Store(("a", 0, 10));
        foreach (RfmScoring scoring in (RfmScoring[])[RfmScoring.Ntile, RfmScoring.OrdinalFloor, RfmScoring.Midrank, RfmScoring.Quantile])
        {
            RfmScore score = Rfm.Score(one, Day, new RfmOptions { Scoring = scoring })[0];
            Assert.InRange(score.R, 1, 5);
        }

        Assert.Equal(1.0, CohortTable.Compute(one).Cohorts[0].Cells[0].Retention);
    }

    [Theory]
    [InlineData(RfmScoring.Midrank)]
    [InlineData(RfmScoring.Quantile)]
    public void Equal_customers_score_equal(RfmScoring scoring)
    {
        RfmScores scores = Rfm.Score(Store([.. Enumerable.Range(0, 17).Select(i => ($"c{i}", 0, 10))]), Day, new RfmOptions { Scoring = scoring });
        Assert.Single(scores.Customers.Select(c => c.Cell).Distinct());
    }

    [Fact]
    public void Basic4_covers_the_cells_of_its_table()
    {
        RfmRuleSet rules = RfmRuleSets.Basic4;
        ILookup<string, int> cells = (from r in Enumerable.Range(1, 5) from f in Enumerable.Range(1, 5) from m in Enumerable.Range(1, 5) select new RfmScore("x", 10, 1, default, r, f, m))
            .ToLookup(s => rules.SegmentOf(s), s => s.Cell);
        Assert.Equal((8, 20, 28, 69), (cells["Champions"].Count(), cells["Loyal"].Count(), cells["AtRisk"].Count(), cells[RfmRuleSet.Unassigned].Count()));
        Assert.Equal("Champions", rules.SegmentOf(new RfmScore("x", 180, 9, default, 5, 5, 5)));
        Assert.Equal("Lost", rules.SegmentOf(new RfmScore("x", 181, 9, default, 5, 5, 5)));
    }

    [Fact]
    public void A_shadowed_rule_of_Cran10_is_found_and_Shopify11_covers_every_cell()
    {
        Assert.Contains(RfmRuleSets.Cran10.Validate(), i => i.Code == "rule_shadowed" && i.Message.StartsWith("Can't Lose", StringComparison.Ordinal));
        Assert.DoesNotContain(RfmRuleSets.Shopify11.Validate(), i => i.Code is "cells_uncovered" or "rule_shadowed" or "rule_empty");
    }

    [Fact]
    public void Customers_move_between_segments_over_time()
    {
        CustomerOrders orders = Store(("a", 0, 10), ("b", 200, 10));
        var options = new RfmOptions { Scoring = RfmScoring.Fixed, Cuts = new RfmCuts([30, 90], [1, 3], [50, 100]) };
        RfmSegmentation before = Rfm.Score(orders, Day.PlusDays(10), options).Segment(RfmRuleSets.Basic4);
        RfmSegmentation after = Rfm.Score(orders, Day.PlusDays(210), options).Segment(RfmRuleSets.Basic4);
        IReadOnlyList<MigrationCell> moves = SegmentMigration.Between(before, after).Cells;
        Assert.Contains(moves, m => m is { From: not SegmentMigration.New, To: "Lost", Customers: 1 });
        Assert.Contains(moves, m => m is { From: SegmentMigration.New, Customers: 1 });
    }

    [Fact]
    public void Rolling_retention_never_rises_and_a_running_month_is_partial()
    {
        CustomerOrders orders = Store(("a", 0, 1), ("a", 65, 1), ("b", 0, 1), ("b", 31, 1));
        Cohort cohort = CohortTable.Compute(orders, new CohortOptions { Rolling = true }).Cohorts[0];
        Assert.Equal([2, 2, 1], cohort.Cells.Select(c => c.Customers));
        Assert.True(cohort.Cells[^1].IsPartial);
    }

    [Property(MaxTest = 50)]
    public void Columns_and_rows_give_the_same_scores(PositiveInt seed)
    {
        var random = new Random(seed.Get);
        int rows = random.Next(1, 400), customers = random.Next(1, 9);
        (int Customer, int Day, long Amount)[] data = [.. Enumerable.Range(0, rows + customers).Select(i => (i < customers ? i : random.Next(customers), random.Next(300), (long)random.Next(1, 99) * 10000))];
        CustomerOrders columns = CustomerOrders.FromColumns([.. data.Select(d => d.Customer)], [.. data.Select(d => d.Day)], [.. data.Select(d => d.Amount)], customers, Currency.Eur);
        CustomerOrders plain = Store(new LocalDate(1970, 1, 1), [.. data.Select(d => ($"{d.Customer}", d.Day, (int)(d.Amount / 10000)))]);
        LocalDate asOf = new LocalDate(1970, 1, 1).PlusDays(300);
        Assert.Equal(Rfm.Score(plain, asOf).Customers, Rfm.Score(columns, asOf).Customers);
    }

    private static CustomerOrders Store(params (string Customer, int Day, int Value)[] orders) => Store(Day, orders);

    private static CustomerOrders Store(LocalDate from, (string Customer, int Day, int Value)[] orders)
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        foreach ((string customer, int day, int value) in orders)
        {
            builder.Add(customer, from.PlusDays(day), Money.Eur(value));
        }

        return builder.Build();
    }

    [Fact]
    public void An_order_refunded_in_full_on_its_own_day_counts_as_never_placed_where_asked()
    {
        LocalDate day = new(2026, 3, 1);
        CustomerOrders Build(bool drop)
        {
            var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur) { DropCancelled = drop };
            builder.Add("gone", day, Money.Eur(77_183.60m));
            builder.Add("gone", day, Money.Eur(77_183.60m), isRefund: true);
            builder.Add("twice", day, Money.Eur(10));
            builder.Add("twice", day, Money.Eur(10));
            builder.Add("twice", day, Money.Eur(10), isRefund: true);
            builder.Add("later", day, Money.Eur(20));
            builder.Add("later", day.PlusDays(1), Money.Eur(20), isRefund: true);
            builder.Add("part", day, Money.Eur(30));
            builder.Add("part", day, Money.Eur(29), isRefund: true);
            return builder.Build();
        }

        CustomerOrders kept = Build(drop: false), dropped = Build(drop: true);

        Assert.Equal((4, 5L), (kept.CustomerCount, kept.OrderCount));
        Assert.Equal((3, 3L), (dropped.CustomerCount, dropped.OrderCount));
        Assert.Equal(-1, dropped.IndexOf("gone"));
        Assert.Equal(["orders[1]", "orders[4]"], dropped.Issues.Select(i => i.Path));
        Assert.All(dropped.Issues, i => Assert.Equal("order_cancelled", i.Code));
        RfmScores scores = Rfm.Score(dropped, day.PlusDays(2));
        Assert.Equal([("later", Money.Eur(0)), ("part", Money.Eur(1)), ("twice", Money.Eur(10))], scores.Customers.Select(c => (c.CustomerId, c.Monetary)));
    }

    [Fact]
    public void A_refund_without_order_is_named_by_its_own_row()
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        builder.Add("a", new(2026, 3, 1), Money.Eur(1), isRefund: true);
        builder.Add("b", new(2026, 3, 1), Money.Eur(1));
        Assert.Equal("orders[0]", Assert.Single(builder.Build().Issues).Path);
    }
}
