using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Segments;

public sealed class RuleSetTests
{
    private static readonly LocalDate Day = new(2024, 1, 1);

    [Fact]
    public void The_check_of_Cran10_names_the_rules_that_never_apply_the_overlaps_and_the_uncovered_cells()
    {
        IReadOnlyList<Issue> issues = RfmRuleSets.Cran10.Validate();

        // New and Promising lie inside Potential Loyalist, Can't Lose inside At Risk; all three come later.
        Assert.Equal(["rules[3]", "rules[4]", "rules[8]"], issues.Where(i => i.Code == "rule_shadowed").Select(i => i.Path));
        Assert.Contains(issues, i => i.Code == "rule_overlaps" && i.Path == "rules[1]" && i.Message.Contains("Champions", StringComparison.Ordinal));
        Assert.Contains("515", Assert.Single(issues, i => i.Code == "cells_uncovered").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Basic4_leaves_69_of_the_125_cells_of_recent_customers_unassigned()
    {
        Issue uncovered = Assert.Single(RfmRuleSets.Basic4.Validate(), i => i.Code == "cells_uncovered");
        Assert.StartsWith("69 cells", uncovered.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_impossible_range_is_an_error() =>
        Assert.Equal("rule_empty", Assert.Single(new RfmRuleSet("x", [new RfmRule("all"), new RfmRule("none") { R = (6, 9) }]).Validate(), i => i.Severity == Severity.Error).Code);

    [Fact]
    public void Every_segment_of_the_given_sets_has_a_brief()
    {
        foreach (RfmRuleSet set in (RfmRuleSet[])[RfmRuleSets.Basic4, RfmRuleSets.Shopify11, RfmRuleSets.Cran10])
        {
            Assert.Empty(set.Segments.Except(set.Briefs.Keys).Except([RfmRuleSet.Unassigned]));
        }
    }

    [Fact]
    public void Quantile_cuts_that_coincide_are_reported_as_fewer_levels()
    {
        // Seven of ten customers ordered once, so the cuts at 20, 40 and 60 % are all 1.
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        for (int c = 0; c < 10; c++)
        {
            for (int k = 0; k < Math.Max(1, c - 5); k++)
            {
                builder.Add($"{c}", Day.PlusDays((10 * c) + k), Money.Eur(10 + c));
            }
        }

        RfmScores scores = Rfm.Score(builder.Build(), Day.PlusDays(200), new RfmOptions { Scoring = RfmScoring.Quantile });
        Assert.Equal((5, 3, 5), (scores.Levels.Recency, scores.Levels.Frequency, scores.Levels.Monetary));
    }

    [Fact]
    public void Moves_between_segments_with_fixed_cuts_follow_what_customers_did()
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        foreach ((string id, int day) in ((string, int)[])[("stays away", 0), ("comes back", 0), ("comes back", 100), ("is new", 90)])
        {
            builder.Add(id, Day.PlusDays(day), Money.Eur(10));
        }

        CustomerOrders orders = builder.Build();
        var rules = new RfmRuleSet("two", [new RfmRule("recent") { R = (2, 2) }, new RfmRule("away") { R = (1, 1) }]);
        RfmSegmentation At(int day) => Rfm.Score(orders, Day.PlusDays(day), new RfmOptions { Scoring = RfmScoring.Fixed, Cuts = new RfmCuts([30], [1], [10]) }).Segment(rules);
        Assert.Equal(
            [("recent", "recent", 1), ("recent", "away", 1), (SegmentMigration.New, "recent", 1)],
            SegmentMigration.Between(At(20), At(110)).Cells.Where(c => c.Customers > 0).Select(c => (c.From, c.To, c.Customers)));
    }

    [Fact]
    public void Customers_who_do_not_differ_score_alike_where_the_mode_promises_it()
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        for (int c = 0; c < 12; c++)
        {
            builder.Add($"{c}", Day, Money.Eur(10));
        }

        foreach (RfmScoring scoring in (RfmScoring[])[RfmScoring.Midrank, RfmScoring.Quantile])
        {
            RfmScores scores = Rfm.Score(builder.Build(), Day, new RfmOptions { Scoring = scoring });
            Assert.Single(scores.Customers.Select(c => c.Cell).Distinct());
        }
    }
}
