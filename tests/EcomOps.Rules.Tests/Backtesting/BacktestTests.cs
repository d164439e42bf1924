using EcomOps.Rules.Backtesting;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Tests.Checking;

namespace EcomOps.Rules.Tests.Backtesting;

public sealed class BacktestTests
{
    private static readonly string[] History =
    [
        Line("d1", "disputed", 80, 4, vip: false),
        Line("d2", "succeeded", 20, 2, vip: false),
        Line("d3", "disputed", 300, 7, vip: true),
        "not json",
        Line("d4", "blocked", 55, 3, vip: false),
        Line("d5", "blocked", 45, 0, vip: false),
        Line("d6", "disputed", 10, 2, vip: false),
        """{"id":"d7","facts":{"velocity":{"cards":"many"}}}""",
        "",
        Line("d8", "succeeded", 70, 5, vip: false),
    ];

    [Fact]
    public void A_version_is_judged_over_labelled_records_only()
    {
        BacktestReport report = Backtest.Run(null, Screening.Read(Screening.Text).Require(), History);
        Assert.Equal((9, 7, 2), (report.Lines, report.Accepted, report.RejectedCount));
        Assert.Equal(["line 4", "line 8"], report.Rejected.Select(r => r.Path));

        // Stopped: d1 (bad), d4 (unlabelled), d8 (good). d3 passes by the allowing rule; without it many-cards would stop it.
        Judgement labelled = report.After.Labelled;
        Assert.Equal((1, 2, 1, 1), (labelled.BadStopped.Count, labelled.BadPassed.Count, labelled.GoodStopped.Count, labelled.GoodPassed.Count));
        Assert.Equal(0.5, labelled.Precision);
        Assert.Equal(1 / 3d, labelled.Recall);
        Assert.Equal((1, 55m), (report.After.StoppedUnlabelled.Count, report.After.StoppedUnlabelled.Amount));
        Assert.Equal((1, 45m), (report.After.ReleasedUnlabelled.Count, report.After.ReleasedUnlabelled.Amount));
        Assert.Equal(["d3"], report.After.OverriddenBlocks.Samples);
        Assert.Equal(80m, report.After.Cells[("block", "disputed")].Amount);
    }

    [Fact]
    public void Two_versions_show_who_changes_and_by_how_much_money()
    {
        RuleSet after = Screening.Read(Screening.Text.Replace("velocity.cards >= 3", "velocity.cards >= 2", StringComparison.Ordinal)
            .Replace("velocity.cards: 2", "velocity.cards: 1", StringComparison.Ordinal)).Require();
        BacktestReport report = Backtest.Run(Screening.Read(Screening.Text).Require(), after, History);
        KeyValuePair<(string Before, string After), BacktestCell> change = Assert.Single(report.Changes);
        Assert.Equal(("""{"action":"pass"}""", """{"action":"block"}"""), change.Key);
        Assert.Equal((2, 30m), (change.Value.Count, change.Value.Amount));
        Assert.Equal(["d2", "d6"], change.Value.Samples);
        Assert.Equal(5, report.Unchanged.Count);
        Assert.Equal(2 / 3d, report.After.Labelled.Recall);
    }

    [Fact]
    public void A_set_of_points_stops_from_a_sum_up()
    {
        const string text = """
            ruleSet: points
            hitPolicy: accumulate(sum)
            rules:
              - { id: cards, when: velocity.cards >= 3, then: 40 }
              - { id: large, when: order.total >= 70.00, then: 30 }
            """;
        BacktestReport report = Backtest.Run(null, Screening.Read(text).Require(), History, new BacktestOptions { StopFrom = 70 });
        Assert.Equal((2, 1, 1), (report.After.Labelled.BadStopped.Count, report.After.Labelled.BadPassed.Count, report.After.Labelled.GoodStopped.Count));
        Assert.Equal(3, report.After.Cells.Where(c => c.Key.Action == "stop").Sum(c => c.Value.Count));
    }

    private static string Line(string id, string label, int amount, int cards, bool vip) => $$$"""
        {"id":"{{{id}}}","at":"2026-11-01T10:00:00Z","label":"{{{label}}}","amount":"{{{amount}}}.00","facts":{"order":{"total":"{{{amount}}}.00"},"ship":{"country":"NL"},"velocity.cards":{{{cards}}},"customer.vip":{{{(vip ? "true" : "false")}}} }}
        """;
}
