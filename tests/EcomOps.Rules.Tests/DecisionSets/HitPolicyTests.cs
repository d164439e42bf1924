using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Tests.DecisionSets;

public sealed class HitPolicyTests
{
    private static readonly OrderInput Order = new();

    [Fact]
    public void Unique_never_picks_one_of_two_even_when_they_agree()
    {
        RuleSet set = Sets.Of(HitPolicy.Unique, ("a", "order.total > 10", "x"), ("b", "order.total > 20", "x"), ("c", "order.total > 99", "y"));

        Assert.Equal(["a", "b"], Assert.IsType<Conflict>(set.Evaluate(Order, Sets.At)).Rules);
        Assert.Equal("x", Assert.IsType<Decided>(set.Evaluate(Order with { Total = 15m }, Sets.At)).Outcome.Get<string>());
        Assert.IsType<NoMatch>(set.Evaluate(Order with { Total = 5m }, Sets.At));
    }

    [Fact]
    public void Any_takes_the_common_outcome_and_names_all_that_agree()
    {
        RuleSet set = Sets.Of(HitPolicy.Any, ("a", "order.total > 10", RuleValue.Map(("p", 1L), ("q", "z"))), ("b", "order.total > 20", RuleValue.Map(("q", "z"), ("p", 1L))), ("c", "order.total > 50", RuleValue.Map(("p", 2L), ("q", "z"))));

        Decided agreed = Assert.IsType<Decided>(set.Evaluate(Order, Sets.At));
        Assert.Equal(["a", "b"], Sets.Ids(agreed));
        Assert.Equal(1, agreed.Outcome.Get<int>("p"));
        Assert.Equal(["a", "b", "c"], Assert.IsType<Conflict>(set.Evaluate(Order with { Total = 60m }, Sets.At)).Rules);
    }

    [Fact]
    public void First_takes_the_first_in_document_order()
    {
        RuleSet set = Sets.Of(HitPolicy.First, ("a", "order.total > 50", "x"), ("b", "order.total > 20", "y"), ("c", "true", "z"));

        Assert.Equal(["b"], Sets.Ids(set.Evaluate(Order, Sets.At)));
    }

    [Fact]
    public void Priority_takes_the_largest_and_document_order_breaks_ties()
    {
        RuleSet set = Sets.Of("""
            ruleSet: p
            hitPolicy: priority
            rules:
            - { id: low, when: "true", then: 1 }
            - { id: high, when: order.total > 10, then: 2, priority: 5 }
            - { id: alike, when: order.total > 10, then: 3, priority: 5 }
            - { id: negative, when: "true", then: 4, priority: -1 }
            """);

        Assert.Equal(["high"], Sets.Ids(set.Evaluate(Order, Sets.At)));
        Assert.Equal(["low"], Sets.Ids(set.Evaluate(Order with { Total = 1m }, Sets.At)));
    }

    [Fact]
    public void Collect_keeps_document_order_or_takes_priority_on_request()
    {
        const string Rules = """

            rules:
            - { id: a, when: "true", then: x }
            - { id: b, when: order.total > 50, then: y }
            - { id: c, when: "true", then: z, priority: 3 }
            """;
        Decided plain = Assert.IsType<Decided>(Sets.Of("ruleSet: c\nhitPolicy: collect" + Rules).Evaluate(Order, Sets.At));
        Decided byPriority = Assert.IsType<Decided>(Sets.Of("ruleSet: c\nhitPolicy: collect\norderBy: priority" + Rules).Evaluate(Order, Sets.At));

        Assert.Equal(["x", "z"], plain.Outcomes.Select(o => o.Get<string>()));
        Assert.Equal(["z", "x"], byPriority.Outcomes.Select(o => o.Get<string>()));
    }

    [Fact]
    public void Collect_of_nothing_is_an_empty_list()
    {
        Decided none = Assert.IsType<Decided>(Sets.Of(HitPolicy.Collect, ("a", "false", "x")).Evaluate(Order, Sets.At));

        Assert.Empty(none.Outcomes);
        Assert.Empty(none.Matched);
    }

    [Theory]
    [InlineData("accumulate(sum)", 35L)]
    [InlineData("accumulate(min)", 10L)]
    [InlineData("accumulate(max)", 25L)]
    [InlineData("accumulate(count)", 2L)]
    public void Accumulate_folds_the_named_member(string policy, long expected)
    {
        RuleSet set = Sets.Of($$"""
            ruleSet: points
            hitPolicy: {{policy}}
            fold: points
            outcome: { points: int, reason: string }
            rules:
            - { id: a, when: order.total > 10, then: { points: 25, reason: total } }
            - { id: b, when: order.items >= 1, then: { points: 10, reason: items } }
            - { id: c, when: order.gift, then: { points: 99, reason: gift } }
            """);

        Decided decided = Assert.IsType<Decided>(set.Evaluate(Order, Sets.At));
        Assert.Equal(expected, decided.Outcome.Get<long>("points"));
        Assert.Equal(["total", "items"], decided.Matched.Select(m => m.Outcome.Get<string>("reason")));
    }

    [Fact]
    public void A_sum_of_nothing_is_its_base_and_a_minimum_of_nothing_is_no_match()
    {
        OrderInput none = Order with { Total = 0m };
        string rules = "\nfold: p\noutcome: { p: int }\nrules:\n- { id: a, when: order.total > 10, then: { p: 25 } }\n";

        Assert.Equal(0, Assert.IsType<Decided>(Sets.Of("ruleSet: s\nhitPolicy: accumulate(sum)" + rules).Evaluate(none, Sets.At)).Outcome.Get<int>("p"));
        Assert.Equal(7, Assert.IsType<Decided>(Sets.Of("ruleSet: s\nhitPolicy: accumulate(sum)\nbase: 7" + rules).Evaluate(none, Sets.At)).Outcome.Get<int>("p"));
        Assert.Equal(32, Assert.IsType<Decided>(Sets.Of("ruleSet: s\nhitPolicy: accumulate(sum)\nbase: 7" + rules).Evaluate(Order, Sets.At)).Outcome.Get<int>("p"));
        Assert.Equal(0, Assert.IsType<Decided>(Sets.Of("ruleSet: s\nhitPolicy: accumulate(count)" + rules).Evaluate(none, Sets.At)).Outcome.Get<int>("p"));
        Assert.IsType<NoMatch>(Sets.Of("ruleSet: s\nhitPolicy: accumulate(min)" + rules).Evaluate(none, Sets.At));
        Assert.Equal(3, Assert.IsType<Decided>(Sets.Of("ruleSet: s\nhitPolicy: accumulate(max)\ndefault: { p: 3 }" + rules).Evaluate(none, Sets.At)).Outcome.Get<int>("p"));
    }

    [Fact]
    public void Decimals_are_summed_exactly_where_doubles_would_not_be()
    {
        RuleSet set = Sets.Of("""
            ruleSet: s
            hitPolicy: accumulate(sum)
            outcome: decimal
            rules:
            - { id: a, then: 0.1 }
            - { id: b, then: 0.2 }
            - { id: c, then: 1000000000000000000000000.01 }
            - { id: d, then: -1000000000000000000000000.01 }
            """);

        Assert.Equal(0.3m, Assert.IsType<Decided>(set.Evaluate(Order, Sets.At)).Outcome.Get<decimal>());
    }

    [Fact]
    public void An_overflow_on_the_way_does_not_matter_when_the_sum_fits()
    {
        RuleSet set = Sets.Of($"ruleSet: s\nhitPolicy: accumulate(sum)\noutcome: int\nrules:\n- {{ id: a, then: {long.MaxValue} }}\n- {{ id: b, then: 5 }}\n- {{ id: c, then: -6 }}\n");
        RuleSet over = Sets.Of($"ruleSet: s\nhitPolicy: accumulate(sum)\noutcome: int\nrules:\n- {{ id: a, then: {long.MaxValue} }}\n- {{ id: b, then: 1 }}\n");

        Assert.Equal(long.MaxValue - 1, Assert.IsType<Decided>(set.Evaluate(Order, Sets.At)).Outcome.Get<long>());
        Failed failed = Assert.IsType<Failed>(over.Evaluate(Order, Sets.At));
        Assert.Equal((RuleErrorKind.Overflow, "b"), (failed.Error.Kind, failed.Rule));
    }

    [Fact]
    public void Amounts_of_two_currencies_are_not_added()
    {
        RuleSet set = Sets.Of("""
            ruleSet: s
            hitPolicy: accumulate(sum)
            outcome: money
            rules:
            - { id: a, then: 5.00 EUR }
            - { id: b, when: order.gift, then: 5.00 USD }
            - { id: c, then: 0.05 EUR }
            """);

        Assert.Equal(Money.Eur(5.05m), Assert.IsType<Decided>(set.Evaluate(Order, Sets.At)).Outcome.Get<Money>());
        Failed failed = Assert.IsType<Failed>(set.Evaluate(Order with { Gift = true }, Sets.At));
        Assert.Equal((RuleErrorKind.CurrencyMismatch, "b"), (failed.Error.Kind, failed.Rule));
    }

    [Fact]
    public void Best_keeps_the_whole_ranking_and_breaks_ties_by_priority_then_order()
    {
        RuleSet set = Sets.Of("""
            ruleSet: s
            hitPolicy: best(max)
            rules:
            - { id: a, then: A, score: "3" }
            - { id: b, then: B, score: "9" }
            - { id: c, then: C, score: "9", priority: 1 }
            - { id: d, then: D, score: "9", priority: 1 }
            - { id: e, when: order.gift, then: E, score: "99" }
            """);

        Decided best = Assert.IsType<Decided>(set.Evaluate(Order, Sets.At));
        Assert.Equal(["c", "d", "b", "a"], Sets.Ids(best));
        Assert.Equal([9L, 9L, 9L, 3L], best.Matched.Select(m => m.Score));
        Assert.Equal("C", best.Outcome.Get<string>());
    }

    [Fact]
    public void The_default_is_an_outcome_that_no_rule_made()
    {
        Decided decided = Assert.IsType<Decided>(Sets.Of("ruleSet: s\nrules:\n- { id: a, when: order.gift, then: x }\ndefault: y\n").Evaluate(Order, Sets.At));

        Assert.True(decided.IsDefault);
        Assert.Equal("y", decided.Outcome.Get<string>());
        Assert.Empty(decided.Matched);
    }
}
