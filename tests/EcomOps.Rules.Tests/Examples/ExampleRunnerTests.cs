using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Examples;
using EcomOps.Rules.Tests.Checking;

namespace EcomOps.Rules.Tests.Examples;

public sealed class ExampleRunnerTests
{
    [Fact]
    public void Examples_pass_and_show_what_they_leave_uncovered()
    {
        ExampleReport report = Run(Screening.Text);
        Assert.True(report.Passed);
        Assert.True(report.DefaultReached);
        Assert.False(report.SeveralMatched);
        RuleCoverage cards = Assert.Single(report.Rules, r => r.Rule == "many-cards");
        Assert.Equal((1, 1, true), (cards.Matched, cards.NotMatched, cards.IsCovered));
        Assert.False(report.Rules.Single(r => r.Rule == "vip").IsCovered);
        Assert.Equal(1 / 3d, report.RuleShare);
    }

    [Fact]
    public void A_wrong_expectation_is_told_by_member()
    {
        ExampleReport report = Run(Screening.Text.Replace("outcome: { action: block }, matched: [many-cards]", "outcome: { action: review }, matched: [vip]", StringComparison.Ordinal));
        Assert.False(report.Passed);
        Assert.Null(report.Mutation);
        Assert.Equal(["expected outcome.action = review, got block", "expected matched [vip], got [many-cards]"], report.Results[0].Failures);
    }

    [Fact]
    public void Examples_on_both_sides_of_a_bound_notice_that_it_moves()
    {
        MutationScore score = Run(Screening.Text).Mutation!;
        Assert.DoesNotContain(score.Survivors, s => s.Rule == "many-cards" && s.Change.Contains("velocity.cards >= 4", StringComparison.Ordinal));
        Assert.DoesNotContain(score.Survivors, s => s.Rule == "many-cards" && s.Change.Contains("velocity.cards > 3", StringComparison.Ordinal));
        Assert.Contains(score.Survivors, s => s.Rule == "vip" && s.Change == "'customer.vip && order.total < 500.00' became 'customer.vip && order.total <= 500.00'");
        Assert.Contains(score.Survivors, s => s is { Rule: "large-abroad", Change: "the rule was dropped" } && s.Span.Line == 13);
        Assert.InRange(score.Score, 0.2, 0.7);
    }

    [Fact]
    public void A_change_that_the_analyser_proves_equal_does_not_count()
    {
        // On whole numbers from 0 to 100, below 101 and up to 101 and below 102 are all the same.
        MutationScore score = Run("""
            ruleSet: a
            hitPolicy: first
            rules:
              - { id: all, when: velocity.cards < 101, then: x }
            tests:
              - name: some
                given: { velocity.cards: 5 }
                expect: { outcome: x }
            """).Mutation!;
        Assert.Equal(2, score.Equal);
        Assert.Equal(["'velocity.cards < 101' became 'velocity.cards < 100'"], score.Survivors.Select(s => s.Change));
        Assert.Equal(1, score.Killed);
    }

    [Fact]
    public void A_change_of_a_rule_that_never_wins_does_not_count_unless_it_could_win_then()
    {
        MutationScore score = Run("""
            ruleSet: a
            hitPolicy: first
            rules:
              - { id: wide, when: velocity.cards >= 3, then: x }
              - { id: never, when: velocity.cards >= 5, then: z }
            default: y
            tests:
              - name: two
                given: { velocity.cards: 2 }
                expect: { outcome: y }
              - name: three
                given: { velocity.cards: 3 }
                expect: { outcome: x }
            """).Mutation!;

        // Dropped, another outcome, a bound up, down or open: none can win. Negated it would take 0 to 2, and the example of two sees that.
        Assert.DoesNotContain(score.Survivors, s => s.Rule == "never");
        Assert.True(score.Equal >= 4);
    }

    private static ExampleReport Run(string text)
    {
        RuleSetResult result = Screening.Read(text);
        return ExampleRunner.Run(result.Require(), result.Places);
    }
}
