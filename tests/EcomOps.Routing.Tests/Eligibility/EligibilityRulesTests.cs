using EcomOps.Routing.Eligibility;
using EcomOps.Rules.Checking;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Examples;

namespace EcomOps.Routing.Tests.Eligibility;

public sealed class EligibilityRulesTests
{
    private readonly RuleSetResult _read = RuleSet.Parse(EligibilityRules.DefaultText, RoutingFacts.Vocabulary);

    [Fact]
    public void The_default_rules_have_no_finding() => Assert.Empty(RuleSetChecker.Check(_read, RoutingFacts.Vocabulary).Diagnostics);

    [Fact]
    public void The_examples_of_the_default_rules_hold_cover_every_rule_and_kill_every_mutant()
    {
        ExampleReport report = ExampleRunner.Run(_read.Require(), _read.Places);
        Assert.All(report.Results, r => Assert.True(r.Passed, $"{r.Name}: {string.Join("; ", r.Failures)}"));
        Assert.Equal(1, report.RuleShare);
        Assert.Empty(report.Mutation!.Survivors.Select(m => m.ToString()));
    }
}
