using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Tests.DecisionSets;

public sealed class DocumentErrorTests
{
    [Theory]
    [InlineData("ruleSet: s\nrules:\n- { id: a, then: 1 }\n- { id: a, then: 2 }\n", "RUL2012", 4, 9)]
    [InlineData("ruleSet: s\nrules:\n- { id: a, then: 1, from: 2026-12-01, until: 2026-11-01 }\n", "RUL2014", 3, 46)]
    [InlineData("ruleSet: s\nfacts: other/1\nrules: []\n", "RUL2015", 2, 8)]
    [InlineData("ruleSet: s\nrules:\n- { id: a }\n", "RUL2025", 3, 3)]
    [InlineData("ruleSet: s\noutcome: { p: int }\nrules:\n- { id: a, then: { p: x } }\n", "RUL2016", 4, 23)]
    [InlineData("ruleSet: s\noutcome: { p: int }\nrules:\n- { id: a, then: { q: 1, p: 1 } }\n", "RUL2007", 4, 23)]
    [InlineData("ruleSet: s\noutcome: { p: int }\nrules:\n- { id: a, then: {} }\n", "RUL2009", 4, 18)]
    [InlineData("ruleSet: s\noutcome: { action: [allow, block] }\nrules:\n- { id: a, then: { action: blok } }\n", "RUL2017", 4, 28)]
    [InlineData("ruleSet: s\noutcome: int\nrules: []\ndefault: x\n", "RUL2016", 4, 10)]
    [InlineData("ruleSet: s\nhitPolicy: accumulate(sum)\nfold: pints\noutcome: { points: int }\nrules: []\n", "RUL2024", 3, 7)]
    [InlineData("ruleSet: s\nhitPolicy: accumulate(sum)\noutcome: { points: int }\nrules: []\n", "RUL2024", 2, 12)]
    [InlineData("ruleSet: s\nhitPolicy: accumulate(sum)\noutcome: double\nrules: []\n", "RUL2024", 2, 12)]
    [InlineData("ruleSet: s\nfold: p\nrules: []\n", "RUL2024", 2, 7)]
    [InlineData("ruleSet: s\nrules:\n- { id: a, then: 1, score: '1' }\n", "RUL2028", 3, 28)]
    [InlineData("ruleSet: s\nhitPolicy: best(max)\nrules:\n- { id: a, then: 1 }\n", "RUL2028", 4, 3)]
    [InlineData("ruleSet: s\nuse: [other#variables]\nrules: []\n", "RUL2021", 2, 7)]
    [InlineData("ruleSet: s\nrules: []\ntests:\n- { name: t, given: { order: { totl: 1 } }, expect: { decision: noMatch } }\n", "RUL2026", 4, 38)]
    [InlineData("ruleSet: s\nrules: []\ntests:\n- { name: t, given: { order: { total: many } }, expect: { decision: noMatch } }\n", "RUL2026", 4, 39)]
    [InlineData("ruleSet: s\nrules:\n- { id: a, then: 1 }\ntests:\n- { name: t, expect: { matched: [b] } }\n", "RUL2026", 5, 33)]
    public void A_wrong_document_is_refused_at_its_place(string yaml, string code, int line, int column)
    {
        RuleSetResult result = RuleSet.Parse(yaml, OrderInput.Vocabulary, new RuleSetOptions { Name = "s.yaml" });

        Assert.Null(result.Set);
        Diagnostic found = Assert.Single(result.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(code, found.Code);
        Assert.Equal((line, column), (found.Span.Line, found.Span.Column));
        Assert.Equal($"s.yaml:{line}:{column}", found.Path);
    }

    [Fact]
    public void Loading_throws_once_with_everything()
    {
        RuleSetException error = Assert.Throws<RuleSetException>(() => Sets.Of("ruleSet: s\nzone: Nowhere\nhitPolcy: first\nrules:\n- { id: a, when: order.totl > 1, then: 1 }\n"));

        Assert.Equal("rule_set_invalid", error.Code);
        Assert.Equal(3, error.Diagnostics.Count);
        Assert.Contains("2:7", error.Message, StringComparison.Ordinal);
        Assert.Contains("order.total", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_infrastructure()
    {
        EcomOpsException error = Assert.Throws<EcomOpsException>(() => RuleSet.Load("nowhere/at.all.yaml", OrderInput.Vocabulary));

        Assert.Equal("rule_set_unreadable", error.Code);
    }

    [Fact]
    public void Imports_bring_variables_and_their_circles_are_refused()
    {
        var other = new RuleSetDocument { Id = "other", Variables = [new RuleVariable("big", "order.total > 30")], Use = ["third#variables"] };
        var third = new RuleSetDocument { Id = "third", Use = ["other#variables"] };
        const string Yaml = "ruleSet: s\nuse: [other#variables]\nrules:\n- { id: a, when: big, then: 1 }\n";

        RuleSetResult circle = RuleSet.Parse(Yaml, OrderInput.Vocabulary, new RuleSetOptions { Imports = id => id == "other" ? other : third });
        RuleSetResult good = RuleSet.Parse(Yaml, OrderInput.Vocabulary, new RuleSetOptions { Imports = id => other with { Use = [] } });

        Assert.Contains(circle.Diagnostics, d => d.Code == "RUL2021" && d.Message.Contains("circle", StringComparison.Ordinal));
        Assert.IsType<Decided>(good.Require().Evaluate(new OrderInput(), Sets.At));
        Assert.Empty(good.Set!.Document.Use);
    }
}
