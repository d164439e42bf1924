using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Tests.DecisionSets;

public sealed class EvaluationTests
{
    private static readonly OrderInput Order = new();

    [Theory]
    [InlineData("order.coupon == 'X'")]
    [InlineData("order.coupon != 'X'")]
    [InlineData("!(order.coupon == 'X')")]
    [InlineData("!(order.coupon in ['X', 'Y'])")]
    [InlineData("order.coupon.startsWith('X')")]
    [InlineData("!order.coupon.startsWith('X')")]
    [InlineData("order.coupon == 'X' && order.total > 1")]
    [InlineData("order.total > 1 && order.coupon != 'X'")]
    [InlineData("has(order.coupon)")]
    public void A_condition_on_an_absent_attribute_never_matches(string condition)
    {
        Assert.IsType<NoMatch>(Sets.Of(HitPolicy.First, ("a", condition, 1L)).Evaluate(Order, Sets.At));
    }

    [Theory]
    [InlineData("!has(order.coupon)")]
    [InlineData("order.coupon == 'X' || order.total > 1")]
    [InlineData("order.total > 1 || order.coupon == 'X'")]
    public void Only_has_and_absorption_get_past_an_absent_attribute(string condition)
    {
        Assert.IsType<Decided>(Sets.Of(HitPolicy.First, ("a", condition, 1L)).Evaluate(Order, Sets.At));
    }

    [Fact]
    public void A_missing_fact_is_an_error_with_its_path_and_not_false()
    {
        Failed failed = Assert.IsType<Failed>(Sets.Of(HitPolicy.First, ("a", "order.country == 'NL'", 1L)).Evaluate(Order with { Country = null! }, Sets.At));

        Assert.Equal(("a", RuleErrorKind.MissingFact, "order.country"), (failed.Rule, failed.Error.Kind, failed.Error.Attribute));
    }

    [Fact]
    public void Errors_are_absorbed_by_the_deciding_side_on_either_side()
    {
        OrderInput broken = Order with { Country = null! };

        Assert.IsType<NoMatch>(Sets.Of(HitPolicy.First, ("a", "order.country == 'NL' && order.total > 99", 1L)).Evaluate(broken, Sets.At));
        Assert.IsType<NoMatch>(Sets.Of(HitPolicy.First, ("a", "order.total > 99 && order.country == 'NL'", 1L)).Evaluate(broken, Sets.At));
        Assert.IsType<Decided>(Sets.Of(HitPolicy.First, ("a", "order.country == 'NL' || order.total > 1", 1L)).Evaluate(broken, Sets.At));
    }

    [Fact]
    public void On_error_skip_leaves_the_rule_out()
    {
        RuleSet set = Sets.Of("ruleSet: s\nonError: skip\nrules:\n- { id: a, when: order.country == 'NL', then: 1 }\n- { id: b, when: order.total > 1, then: 2 }\n");

        Assert.Equal(["b"], Sets.Ids(set.Evaluate(Order with { Country = null! }, Sets.At)));
    }

    [Theory]
    [InlineData("order.paid >= money('10.00', 'USD')")]
    [InlineData("order.paid == money('10.00', 'USD')")]
    public void Another_currency_is_an_error_also_in_equality(string condition)
    {
        Failed failed = Assert.IsType<Failed>(Sets.Of(HitPolicy.First, ("a", condition, 1L)).Evaluate(Order, Sets.At));

        Assert.Equal(RuleErrorKind.CurrencyMismatch, failed.Error.Kind);
    }

    [Fact]
    public void A_decision_asks_only_for_what_it_needs()
    {
        RuleSet set = Sets.Of(HitPolicy.First, ("cheap", "order.total < 5", "allow"), ("cards", "velocity.cards >= 3", "block"), ("rest", "true", "allow"));

        Assert.Equal(["velocity.cards"], Assert.IsType<Residual>(set.Evaluate(Order, Sets.At)).Needs);
        Assert.IsType<Decided>(set.Evaluate(Order with { Total = 1m }, Sets.At));
        Assert.Equal(["cards"], Sets.Ids(set.Evaluate(Order with { Velocity = 3 }, Sets.At)));
        Assert.Equal(["velocity.cards"], set.FetchedAttributes);
    }

    [Theory]
    [InlineData("velocity.cards >= 3 && order.total > 99")]
    [InlineData("order.total > 99 && velocity.cards >= 3")]
    [InlineData("velocity.cards >= 3 && order.coupon == 'X'")]
    public void What_is_settled_without_the_unknown_is_not_asked_for(string condition)
    {
        Assert.IsType<NoMatch>(Sets.Of(HitPolicy.First, ("a", condition, 1L)).Evaluate(Order, Sets.At));
    }

    [Fact]
    public async Task The_host_fetches_and_the_set_decides()
    {
        RuleSet set = Sets.Of(HitPolicy.First, ("cards", "velocity.cards >= 3", "block"), ("rest", "true", "allow"));
        List<string> fetched = [];

        Decision decision = await set.EvaluateAsync(Order, Sets.At, (order, needs, _) =>
        {
            fetched.AddRange(needs);
            return ValueTask.FromResult(order with { Velocity = 4 });
        });

        Assert.Equal(["cards"], Sets.Ids(decision));
        Assert.Equal(["velocity.cards"], fetched);
    }

    [Fact]
    public async Task A_fetch_that_brings_nothing_ends_in_a_residual_instead_of_a_loop()
    {
        RuleSet set = Sets.Of(HitPolicy.First, ("cards", "velocity.cards >= 3", "block"));
        int fetches = 0;

        Decision decision = await set.EvaluateAsync(Order, Sets.At, (order, _, _) =>
        {
            fetches++;
            return ValueTask.FromResult(order);
        });

        Assert.IsType<Residual>(decision);
        Assert.Equal(1, fetches);
    }

    [Fact]
    public void A_window_includes_its_first_instant_and_excludes_its_last_in_the_zone_of_the_set()
    {
        RuleSet set = Sets.Of("ruleSet: s\nzone: Europe/Amsterdam\nrules:\n- { id: a, then: 1, from: 2026-11-01, until: 2026-12-01 }\n");

        // Amsterdam is one hour ahead of UTC in November.
        Assert.IsType<NoMatch>(set.Evaluate(Order, Instant.FromUtc(2026, 10, 31, 22, 59, 59)));
        Assert.IsType<Decided>(set.Evaluate(Order, Instant.FromUtc(2026, 10, 31, 23, 0)));
        Assert.IsType<Decided>(set.Evaluate(Order, Instant.FromUtc(2026, 11, 30, 22, 59, 59)));
        Assert.IsType<NoMatch>(set.Evaluate(Order, Instant.FromUtc(2026, 11, 30, 23, 0)));
    }

    [Fact]
    public void Shadow_rules_are_recorded_and_never_decide_and_rules_that_are_off_do_neither()
    {
        RuleSet set = Sets.Of("ruleSet: s\nrules:\n- { id: a, then: 1, mode: shadow }\n- { id: b, then: 2, mode: off }\n- { id: c, then: 3 }\n");

        Decision decision = set.Evaluate(Order, Sets.At);
        Assert.Equal(["c"], Sets.Ids(decision));
        Assert.Equal(["a"], decision.Shadow.Select(m => m.Id));
    }

    [Fact]
    public void Tags_asked_for_leave_the_other_rules_out()
    {
        RuleSet set = Sets.Of("ruleSet: s\nhitPolicy: collect\nrules:\n- { id: a, then: 1, tags: [x, y] }\n- { id: b, then: 2 }\n- { id: c, then: 3, tags: [y] }\n");

        Assert.Equal(["a", "c"], Sets.Ids(set.Evaluate(Order, Sets.At, new EvaluationOptions { Tags = new HashSet<string> { "y" } })));
        Assert.Equal(["a", "b", "c"], Sets.Ids(set.Evaluate(Order, Sets.At)));
    }

    [Fact]
    public void Nested_rules_inherit_condition_window_priority_and_mode()
    {
        RuleSet set = Sets.Of("""
            ruleSet: s
            hitPolicy: collect
            rules:
            - id: dutch
              when: order.country == 'NL'
              tags: [nl]
              rules:
              - { id: big, when: order.total > 30, then: 1 }
              - { id: huge, when: order.total > 300, then: 2 }
              - { id: trial, then: 3, mode: shadow }
            """);

        Assert.Equal(["dutch/big"], Sets.Ids(set.Evaluate(Order, Sets.At)));
        Assert.Equal(["dutch/trial"], set.Evaluate(Order, Sets.At).Shadow.Select(s => s.Id));
        Assert.Empty(Sets.Ids(set.Evaluate(Order with { Country = "BE" }, Sets.At)));
    }

    [Fact]
    public void Lists_take_part_by_version()
    {
        const string Yaml = "ruleSet: s\nlists: { blocked: null, vip: [X, Y] }\nrules:\n- { id: a, when: order.country in list('blocked'), then: 1 }\n- { id: b, when: '!(order.country in list(\"vip\"))', then: 2 }\n";
        RuleSet set = Sets.Of(Yaml, new RuleSetOptions { Lists = [new NamedList("blocked", ["NL"], "2026-11-10")] });
        RuleSet other = Sets.Of(Yaml, new RuleSetOptions { Lists = [new NamedList("blocked", ["DE"], "2026-11-11")] });

        Assert.Equal(["a"], Sets.Ids(set.Evaluate(Order, Sets.At)));
        Assert.Equal(["b"], Sets.Ids(other.Evaluate(Order, Sets.At)));
        Assert.Equal(new ListVersion("blocked", "2026-11-10"), set.Evaluate(Order, Sets.At).Set.Lists[0]);
        Assert.Equal(set.Identity.ContentHash, other.Identity.ContentHash);
        Assert.NotEqual(set.Identity, other.Identity);
    }

    [Fact]
    public void A_list_that_nobody_supplies_is_an_error_of_the_document()
    {
        RuleSetResult result = RuleSet.Parse("ruleSet: s\nlists: [blocked]\nrules:\n- { id: a, when: order.country in list('blocked'), then: 1 }\n", OrderInput.Vocabulary);

        Assert.Contains(result.Diagnostics, d => d.Code == "RUL2018");
    }

    [Fact]
    public void The_same_facts_set_and_instant_give_an_equal_decision_from_named_values_too()
    {
        RuleSet set = Sets.Of(HitPolicy.Collect, ("a", "order.total > 30 && order.country == 'NL'", "x"), ("b", "order.items > 5", "y"));
        Facts named = Facts.Of(OrderInput.Vocabulary, ("order.total", 40m), ("order.country", "NL"), ("order.items", 1));

        Assert.Equal(set.Evaluate(Order, Sets.At), set.Evaluate(Order, Sets.At));
        Assert.Equal(set.Evaluate(Order, Sets.At), set.Evaluate(named, Sets.At));
        Assert.NotEqual(set.Evaluate(Order, Sets.At), set.Evaluate(Order, Sets.At + Duration.FromSeconds(1)));
    }

    [Fact]
    public void Facts_of_another_type_are_misuse()
    {
        RuleSet set = Sets.Of(HitPolicy.First, ("a", "true", 1L));

        Assert.Throws<ArgumentException>(() => set.Evaluate("text", Sets.At));
        Assert.Throws<ArgumentException>(() => set.Evaluate(Facts.Of(Vocabulary.Create("other").Build()), Sets.At));
    }

    [Fact]
    public void An_expensive_decision_ends_with_an_error_that_names_the_rule()
    {
        RuleSet set = Sets.Of("ruleSet: s\nhitPolicy: collect\nbudget: 20\nrules:\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"- {{ id: r{i}, when: order.risk >= 0.{i:00} || order.gift, then: 1 }}\n")));

        Failed failed = Assert.IsType<Failed>(set.Evaluate(Order, Sets.At));
        Assert.Equal(RuleErrorKind.Budget, failed.Error.Kind);
        Assert.StartsWith("r", failed.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_is_used_from_many_threads_at_once()
    {
        RuleSet set = Sets.Of(HitPolicy.Collect, [.. Enumerable.Range(0, 50).Select(i => ($"r{i}", $"order.items >= {i}", (RuleValue)(long)i))]);

        Parallel.For(0, 2000, i => Assert.Equal((i % 50) + 1, Sets.Ids(set.Evaluate(Order with { Items = i % 50 }, Sets.At)).Count));
    }

    [Fact]
    public void A_leading_backslash_writes_an_equals_sign()
    {
        Assert.Equal("=1", Assert.IsType<Decided>(Sets.Of("ruleSet: s\noutcome: string\nrules:\n- { id: a, then: '\\=1' }\n").Evaluate(Order, Sets.At)).Outcome.Get<string>());
    }
}
