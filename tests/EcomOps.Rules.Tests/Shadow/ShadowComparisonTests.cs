using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Shadow;
using EcomOps.Rules.Tests.DecisionSets;

namespace EcomOps.Rules.Tests.Shadow;

public sealed class ShadowComparisonTests
{
    [Fact]
    public void The_live_decision_counts_and_differences_are_counted_and_sampled()
    {
        RuleSet live = Sets.Of("ruleSet: a\nrules:\n  - { id: x, when: order.total >= 50.00, then: { by: courier } }\ndefault: { by: post }\n");
        RuleSet candidate = Sets.Of("ruleSet: a\nversion: 2\nrules:\n  - { id: x, when: order.total >= 30.00, then: { by: courier } }\ndefault: { by: post }\n");
        ShadowComparison shadow = new(live, candidate, samplesPerKind: 2);
        for (int total = 0; total < 100; total++)
        {
            Decision decision = shadow.Evaluate(new OrderInput { Total = total }, Sets.At);
            Assert.Equal(total >= 50 ? "courier" : "post", Assert.IsType<Decided>(decision).Outcome.Get<string>("by"));
        }

        ShadowReport report = shadow.Report();
        Assert.Equal((100, 20, 0), (report.Compared, report.Differing, report.Crashed));
        ShadowDifference difference = Assert.Single(report.Differences);
        Assert.Equal(20, difference.Count);
        Assert.Equal(2, difference.Samples.Count);
        Assert.Contains("post", difference.Live, StringComparison.Ordinal);
        Assert.Contains("courier", difference.Candidate, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_a_copy()
    {
        RuleSet set = Sets.Of("ruleSet: a\nrules: []\ndefault: { by: post }\n");
        ShadowComparison shadow = new(set, set);
        shadow.Evaluate(new OrderInput(), Sets.At);
        ShadowReport report = shadow.Report();
        shadow.Evaluate(new OrderInput(), Sets.At);
        Assert.Equal(1, report.Compared);
        Assert.Equal(2, shadow.Report().Compared);
    }
}
