using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Segments;

public sealed class SegmentMigrationTests
{
    private static readonly LocalDate Day = new(2024, 1, 1);
    private static readonly RfmRuleSet Rules = new("two", [new RfmRule("recent") { R = (2, 2) }, new RfmRule("away") { R = (1, 1), F = (1, 1) }]);
    private static readonly RfmOptions Cuts = new() { Scoring = RfmScoring.Fixed, Cuts = new RfmCuts([30], [1], [10]) };

    [Fact]
    public void Customers_and_their_value_stand_where_they_came_from_and_went_to()
    {
        // Stays away: 10 on day 0. Comes back: 10 on day 0, 25 on day 100. Is new: 7 on day 90. Both days: day 20 and day 110.
        SegmentMigration m = SegmentMigration.Between(At(20, ("stays away", 0, 10), ("comes back", 0, 10), ("comes back", 100, 25), ("is new", 90, 7)), At(110, ("stays away", 0, 10), ("comes back", 0, 10), ("comes back", 100, 25), ("is new", 90, 7)));
        Assert.Equal(["recent", "away", RfmRuleSet.Unassigned, SegmentMigration.New], m.Rows);
        Assert.Equal(["recent", "away", RfmRuleSet.Unassigned, SegmentMigration.Gone], m.Columns);
        Assert.Equal(16, m.Cells.Count);
        Assert.Equal(new MigrationCell("recent", "away", 1, 0.5, Money.Eur(10), Money.Eur(10)), m["recent", "away"]);
        Assert.Equal(new MigrationCell("recent", "recent", 1, 0.5, Money.Eur(10), Money.Eur(35)), m["recent", "recent"]);
        Assert.Equal(new MigrationCell(SegmentMigration.New, "recent", 1, 1, Money.Eur(0), Money.Eur(7)), m[SegmentMigration.New, "recent"]);
        Assert.Null(m["away", "recent"].RowShare);
        Assert.Equal(new SegmentFlow("recent", 2, 1, 1, 1, Money.Eur(20), Money.Eur(42)), m.Flows[0]);
        Assert.Equal((2, 0, 1, 1), (m.Flows[0].After, m.Flows[0].Net, m.Flows[1].Net, m.Moved));
        Assert.Empty(m.Issues);
        Assert.Throws<KeyNotFoundException>(() => m[SegmentMigration.Gone, "recent"]);
    }

    [Fact]
    public void Who_is_no_longer_among_the_customers_is_gone()
    {
        SegmentMigration m = SegmentMigration.Between(At(20, ("a", 0, 10), ("erased", 5, 4)), At(25, ("a", 0, 10)));
        Assert.Equal(new MigrationCell("recent", SegmentMigration.Gone, 1, 0.5, Money.Eur(4), Money.Eur(0)), m["recent", SegmentMigration.Gone]);
        Assert.Equal(-1, m.Flows[0].Net);
    }

    [Fact]
    public void Rows_columns_and_flows_reconcile_with_the_segments_of_both_days_and_with_the_moves()
    {
        var random = new Random(5);
        (string, int, int)[] orders = [.. Enumerable.Range(0, 2000).Select(_ => ($"c{random.Next(400)}", random.Next(500), random.Next(1, 90)))];
        RfmSegmentation[] days = [.. new[] { 200, 300, 400, 499 }.Select(d => At(d, orders))];
        IReadOnlyList<SegmentMigration> series = SegmentMigration.Series(days);
        Assert.Equal(3, series.Count);
        foreach ((SegmentMigration m, int i) in series.Select((m, i) => (m, i)))
        {
            RfmSegmentation earlier = days[i], later = days[i + 1];
            Assert.Equal((earlier.Scores.AsOf, later.Scores.AsOf), (m.Earlier, m.Later));
            Assert.Equal(earlier.Totals.Select(t => (t.Customers, t.Monetary)), m.Flows.Select(f => (f.Before, f.MonetaryBefore)));
            Assert.Equal(later.Totals.Select(t => (t.Customers, t.Monetary)), m.Flows.Select(f => (f.After, f.MonetaryAfter)));
            Assert.Equal(later.Scores.Count - earlier.Scores.Count, m.Flows.Sum(f => f.Net));
            Assert.Equal(
                later.Customers.GroupBy(c => (From: earlier.SegmentOf(c.Customer.CustomerId) ?? SegmentMigration.New, c.Segment)).Select(g => (g.Key.From, g.Key.Segment, g.Count())).Order(),
                m.Cells.Where(c => c.Customers > 0).Select(c => (c.From, c.To, c.Customers)).Order());
            Assert.All(m.Rows.Where(r => m.Cells.Any(c => c.From == r && c.Customers > 0)), r => Assert.Equal(1, m.Cells.Where(c => c.From == r).Sum(c => c.RowShare!.Value), 12));
        }

        Assert.Empty(SegmentMigration.Series([days[0]]));
    }

    [Fact]
    public void Ranks_and_settings_that_differ_are_warned_of()
    {
        CustomerOrders orders = Orders([("a", 0, 10), ("b", 1, 20)]);
        RfmSegmentation Scored(int day, RfmOptions options) => Rfm.Score(orders, Day.PlusDays(day), options).Segment(Rules);
        RfmOptions ranks = new() { Scoring = RfmScoring.OrdinalFloor };
        Assert.Equal(["scores_relative"], SegmentMigration.Between(Scored(5, ranks), Scored(9, ranks)).Issues.Select(i => i.Code));
        Assert.Equal(["scores_relative", "scores_differ"], SegmentMigration.Between(Scored(5, ranks), Scored(9, Cuts)).Issues.Select(i => i.Code));
        Assert.Equal(["scores_differ"], SegmentMigration.Between(Scored(5, Cuts with { Cuts = new RfmCuts([31], [1], [10]) }), Scored(9, Cuts)).Issues.Select(i => i.Code));
        Assert.Empty(SegmentMigration.Between(Scored(5, Cuts with { Cuts = new RfmCuts([30], [1], [10]) }), Scored(9, Cuts)).Issues);
        Assert.Throws<ArgumentException>(() => SegmentMigration.Between(Scored(9, Cuts), Scored(9, Cuts)));
    }

    [Fact]
    public void Cuts_taken_from_a_day_give_the_scores_of_the_quantile_mode()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            CustomerOrders orders = Orders([.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => ($"c{random.Next(60)}", random.Next(1 + random.Next(200)), random.Next(1, 50)))]);
            int levels = random.Next(2, 10);
            RfmScores quantile = Rfm.Score(orders, Day.PlusDays(200), new RfmOptions { Scoring = RfmScoring.Quantile, Levels = levels });
            RfmScores held = Rfm.Score(orders, Day.PlusDays(200), new RfmOptions { Scoring = RfmScoring.Fixed, Cuts = quantile.QuantileCuts(levels) });
            Assert.Equal(quantile.Customers.Select(c => c.Cell), held.Customers.Select(c => c.Cell));
        }
    }

    private static RfmSegmentation At(int day, params (string Id, int Day, int Amount)[] orders) => Rfm.Score(Orders(orders), Day.PlusDays(day), Cuts).Segment(Rules);

    private static CustomerOrders Orders((string Id, int Day, int Amount)[] orders)
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        foreach ((string id, int day, int amount) in orders)
        {
            builder.Add(id, Day.PlusDays(day), Money.Eur(amount));
        }

        return builder.Build();
    }
}
