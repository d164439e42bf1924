using EcomOps.Core;
using EcomOps.Payments.Fraud;
using EcomOps.Rules.Checking;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Examples;
using NodaTime;

namespace EcomOps.Payments.Tests.Fraud;

public sealed class FraudScreeningTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 24, 12, 0);
    private readonly RuleSetResult _read = RuleSet.Parse(FraudRules.DefaultText, FraudFacts.Vocabulary);

    [Fact]
    public void The_default_rules_have_no_finding() => Assert.Empty(RuleSetChecker.Check(_read, FraudFacts.Vocabulary).Diagnostics.Select(d => d.ToString()));

    [Fact]
    public void The_examples_of_the_default_rules_hold_cover_every_rule_and_kill_every_mutant()
    {
        ExampleReport report = ExampleRunner.Run(_read.Require(), _read.Places);
        Assert.All(report.Results, r => Assert.True(r.Passed, $"{r.Name}: {string.Join("; ", r.Failures)}"));
        Assert.Equal(1, report.RuleShare);
        Assert.Empty(report.Mutation!.Survivors.Select(m => $"{m.Rule}: {m.Change}"));
    }

    [Fact]
    public void The_score_is_the_sum_of_reasons_and_what_is_unknown_counts_nothing()
    {
        FraudDecision nothing = new FraudScreening().Screen(new FraudFacts(Money.Eur(40m)), At);
        Assert.Equal((FraudAction.Allow, 0, 0), (nothing.Action, nothing.Score, nothing.Reasons.Count));

        FraudFacts odd = new(Money.Eur(300m)) { CardCountry = "NL", IpCountry = "RO", ShippingCountry = "NL", AttemptsPerCard1h = 3, SecurityCodePassed = true };
        FraudDecision decision = new FraudScreening().Screen(odd, At);
        Assert.Equal((FraudAction.Challenge, 55), (decision.Action, decision.Score));
        Assert.Equal([("ip-not-card-country", 20), ("card-attempts", 20), ("first-order-large", 15)], decision.Reasons.Select(r => (r.Rule, r.Points)));
        Assert.Equal(("payments/fraud", 1), (decision.Rules.Id, decision.Rules.Version));
        Assert.Contains("card-attempts", new FraudScreening().Explain(odd, At).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(39, FraudAction.Allow)]
    [InlineData(40, FraudAction.Challenge)]
    [InlineData(64, FraudAction.Challenge)]
    [InlineData(65, FraudAction.Review)]
    [InlineData(75, FraudAction.Block)]
    [InlineData(1000, FraudAction.Block)]
    [InlineData(-5, FraudAction.Allow)]
    public void Thresholds_are_inclusive_and_the_score_stays_between_0_and_100(int points, FraudAction action)
    {
        FraudDecision decision = new FraudScreening(Constant(points)).Screen(new FraudFacts(Money.Eur(1m)), At);
        Assert.Equal((action, Math.Clamp(points, 0, 100)), (decision.Action, decision.Score));
    }

    [Fact]
    public void Thresholds_that_do_not_ascend_are_refused() =>
        Assert.Throws<ArgumentException>(() => new FraudScreening(options: new FraudOptions { ReviewFrom = 80 }));

    private static RuleSet Constant(int points) => RuleSet.Parse($$"""
        ruleSet: own
        facts: ecomops.fraud/1
        hitPolicy: accumulate(sum)
        fold: points
        outcome: { points: int, reason: string }
        rules:
          - { id: a, when: 'payment.method == "card"', then: { points: {{points}}, reason: r } }
        """, FraudFacts.Vocabulary).Require();
}
