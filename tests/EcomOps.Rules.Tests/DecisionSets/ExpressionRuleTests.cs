using EcomOps.Core;
using EcomOps.Rules.Cel;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Explanation;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Tests.DecisionSets;

// Conditions and outcomes beyond the comparison of an attribute with a constant.
public sealed class ExpressionRuleTests
{
    private static readonly OrderInput Order = new()
    {
        Total = 120m,
        Items = 3,
        Tags = ["gift", "fragile"],
        Lines = [new("TEE-RED", 2, Money.Eur(35m)), new("MUG", 1, Money.Eur(50m))],
    };

    [Theory]
    [InlineData("order.total * 2 > 200 && order.items * 40 <= order.total")]
    [InlineData("order.total - 0.5 == 119.5 && order.total > order.items")]
    [InlineData("order.tags.exists(t, t == 'gift') && size(order.tags) == 2 && 'fragile' in order.tags")]
    [InlineData("order.lines.exists(l, l.sku.startsWith('TEE') && l.quantity >= 2 && l.price < money('40', 'EUR'))")]
    [InlineData("order.lines.all(l, l.price * l.quantity <= money('70.00', 'EUR'))")]
    [InlineData("order.lines.filter(l, l.quantity > 1).map(l, l.sku) == ['TEE-RED']")]
    [InlineData("order.country.matches('^[A-Z]{2}$') ? order.gift == false : false")]
    [InlineData("order.?coupon.orValue('none') == 'none' && !has(order.coupon)")]
    [InlineData("now - customer.since < duration('48h') && today == order.placedOn")]
    [InlineData("order.placedOn + days(3) > today && today.dayOfWeek() == 2")]
    [InlineData("order.status == 'New' && order.risk * 10.0 > 0.5")]
    [InlineData("order.paid * 3 == money('120.00', 'EUR') && order.paid.currency == 'EUR'")]
    [InlineData("order.weight + 0.5 < 3 || 1 / (order.items - 3) > 0")]
    public void A_condition_is_evaluated(string condition) => Assert.IsType<Decided>(Decide(condition, Order));

    [Theory]
    [InlineData("order.coupon.size() > 3")]
    [InlineData("order.coupon.size() > 3 || order.total > 1000")]
    [InlineData("!(order.coupon.size() > 3)")]
    [InlineData("order.coupon + 'x' != 'ab'")]
    [InlineData("order.coupon.size() > 3 && 1 / (order.items - 3) > 0")]
    public void A_rule_that_reads_what_is_absent_does_not_apply(string condition)
    {
        Assert.IsType<NoMatch>(Decide(condition, Order));
        Assert.Contains("(absent)", Set(condition).Explain(Order, Sets.At).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order.coupon.size() > 3 || order.total > 100")]
    [InlineData("1 / (order.items - 3) > 0 || order.total > 100")]
    [InlineData("velocity.cards * 2 > 6 || order.total > 100")]
    public void A_deciding_operand_absorbs_what_has_no_value(string condition) => Assert.IsType<Decided>(Decide(condition, Order));

    [Fact]
    public void What_is_not_fetched_leaves_a_residual_that_names_it()
    {
        RuleSet set = Set("velocity.cards * 2 > 6 && order.total + 1 > 100");

        Assert.Equal(["velocity.cards"], Assert.IsType<Residual>(set.Evaluate(Order, Sets.At)).Needs);
        Assert.IsType<Decided>(set.Evaluate(Order with { Velocity = 4 }, Sets.At));
        Assert.IsType<NoMatch>(set.Evaluate(Order with { Total = 1m }, Sets.At));
        Assert.Equal(["velocity.cards"], set.FetchedAttributes);
    }

    [Fact]
    public void An_unknown_wins_over_an_error() =>
        Assert.IsType<Residual>(Decide("1 / (order.items - 3) + velocity.cards > 1", Order));

    [Theory]
    [InlineData("1 / (order.items - 3) > 0", RuleErrorKind.Expression)]
    [InlineData("order.paid + order.paid > money('5', 'USD')", RuleErrorKind.CurrencyMismatch)]
    public void An_error_fails_the_decision_or_leaves_the_rule_out(string condition, RuleErrorKind kind)
    {
        var failed = Assert.IsType<Failed>(Decide(condition, Order));
        Assert.Equal(("a", kind), (failed.Rule, failed.Error.Kind));
        Assert.IsType<NoMatch>(Sets.Of(Yaml(condition) + "onError: skip\n").Evaluate(Order, Sets.At));
    }

    [Fact]
    public void A_missing_fact_is_an_error_with_its_path()
    {
        Vocabulary vocabulary = Vocabulary.Create("test.named").Add(new VocabularyAttribute { Path = "cart.size", Type = AttributeType.Int }).Build();
        RuleSet set = RuleSet.Parse("ruleSet: s\nrules:\n- { id: a, when: cart.size * 2 > 3, then: '=cart.size + 1' }\n", vocabulary).Require();

        var failed = Assert.IsType<Failed>(set.Evaluate(Facts.Of(vocabulary), Sets.At));
        Assert.Equal(("a", RuleErrorKind.MissingFact, "cart.size"), (failed.Rule, failed.Error.Kind, failed.Error.Attribute));
        Assert.Equal(6L, Assert.IsType<Decided>(set.Evaluate(Facts.Of(vocabulary, ("cart.size", 5)), Sets.At)).Outcome.Value);
    }

    [Fact]
    public void A_condition_over_its_budget_fails_and_names_its_rule()
    {
        const string Walks = "lists.range(200).all(a, lists.range(200).all(b, a + b + order.items > 0)) || order.total > 1";

        var failed = Assert.IsType<Failed>(Sets.Of(Yaml(Walks) + "onError: skip\n").Evaluate(Order, Sets.At));

        Assert.Equal(("a", RuleErrorKind.Budget), (failed.Rule, failed.Error.Kind));
        Assert.IsType<Failed>(Sets.Of(Yaml(Walks) + "budget: 10000000\n").Evaluate(Order, Sets.At));
        Assert.IsType<Decided>(Sets.Of(Yaml(Walks.Replace("200", "70", StringComparison.Ordinal)) + "budget: 10000000\n").Evaluate(Order, Sets.At));
    }

    [Fact]
    public void Variables_hold_values_and_conditions_and_are_lazy()
    {
        const string Text = """
            ruleSet: s
            hitPolicy: collect
            outcome: { label: string, amount: money }
            variables:
            - { name: cheap, expr: 'order.lines.filter(l, l.price < money("40", "EUR"))' }
            - { name: pieces, expr: 'cheap.map(l, l.quantity)' }
            - { name: busy, expr: 'order.items > 2 && pieces.exists(p, p > 1)' }
            - { name: never, expr: '1 / (order.items - 3)' }
            rules:
            - id: a
              when: busy && cheap.size() == 1
              then: { label: "=cheap[0].sku + '/' + string(pieces[0])", amount: "=cheap[0].price * pieces[0]" }
            - id: b
              when: order.total < 0 && never > 1
              then: { label: never, amount: 1.00 EUR }
            """;
        var decided = Assert.IsType<Decided>(Sets.Of(Text).Evaluate(Order, Sets.At));

        MatchedRule match = Assert.Single(decided.Matched);
        Assert.Equal("TEE-RED/2", match.Outcome["label"]);
        Assert.Equal(Money.Eur(70m), match.Outcome["amount"]);
    }

    [Fact]
    public void A_variable_that_is_not_fetched_is_asked_for_by_each_rule_that_reads_it()
    {
        const string Text = """
            ruleSet: s
            hitPolicy: first
            variables:
            - { name: doubled, expr: velocity.cards * 2 }
            rules:
            - { id: a, when: doubled > 100 && order.total > 1000, then: 1 }
            - { id: b, when: doubled + 1 > 6, then: 2 }
            """;
        Assert.Equal(["velocity.cards"], Assert.IsType<Residual>(Sets.Of(Text).Evaluate(Order, Sets.At)).Needs);
        Assert.Equal(2L, Assert.IsType<Decided>(Sets.Of(Text).Evaluate(Order with { Velocity = 3 }, Sets.At)).Outcome.Value);
    }

    [Fact]
    public void Outcomes_scores_and_defaults_are_computed_and_typed()
    {
        const string Text = """
            ruleSet: s
            hitPolicy: best(max)
            outcome: { discount: decimal, when: date, tags: list(string), note: string }
            score: order.total - order.items
            rules:
            - id: a
              when: order.items >= 1
              then: { discount: "=order.total * 0.1", when: "=order.placedOn + days(14)", tags: "=order.tags.filter(t, t != 'gift')", note: '\=plain' }
            - { id: b, when: order.items >= 2, score: "1", then: { discount: 1, when: 2026-01-01, tags: [], note: x } }
            """;
        var decided = Assert.IsType<Decided>(Sets.Of(Text).Evaluate(Order, Sets.At));

        Assert.Equal(12.0m, decided.Outcome["discount"]);
        Assert.Equal(new LocalDate(2026, 11, 24), decided.Outcome["when"]);
        Assert.Equal(["fragile"], (IEnumerable<object?>)decided.Outcome["tags"]!);
        Assert.Equal("=plain", decided.Outcome["note"]);
        Assert.Equal(117m, decided.Matched[0].Score);
    }

    [Fact]
    public void A_bare_number_takes_the_currency_of_the_set()
    {
        const string Text = "ruleSet: s\ncurrency: EUR\noutcome: money\nrules:\n- { id: a, when: 'order.paid + 10 >= 50 && order.lines.exists(l, l.price == 50)', then: '=order.paid * 0.5 + 1' }\n";

        Assert.Equal(Money.Eur(21m), Assert.IsType<Decided>(Sets.Of(Text).Evaluate(Order, Sets.At)).Outcome.Value);
    }

    [Fact]
    public void An_outcome_may_not_be_made_of_what_is_absent()
    {
        var failed = Assert.IsType<Failed>(Sets.Of("ruleSet: s\nrules:\n- { id: a, then: \"=order.coupon + '!'\" }\n").Evaluate(Order, Sets.At));

        Assert.Equal("order.coupon", failed.Error.Attribute);
    }

    [Fact]
    public void Lists_are_asked_in_expressions()
    {
        const string Text = "ruleSet: s\nlists: { sale: [MUG, CUP] }\nrules:\n- { id: a, when: \"order.lines.exists(l, l.sku in list('sale') && !l.sku.lowerAscii().matchesList('sale'))\", then: 1 }\n";

        Assert.IsType<Decided>(Sets.Of(Text).Evaluate(Order, Sets.At));
    }

    [Fact]
    public void Functions_of_the_host_are_called_in_conditions_and_outcomes()
    {
        var options = new RuleSetOptions { Functions = [CelFunction.Create<string, decimal>("tax.rate(string) -> decimal", c => c == "NL" ? 0.21m : 0m, cost: 5)] };
        RuleSet set = Sets.Of("ruleSet: s\noutcome: decimal\nrules:\n- { id: a, when: tax.rate(order.country) > 0.2, then: '=order.total * tax.rate(order.country)' }\n", options);

        Assert.Equal(25.2m, Assert.IsType<Decided>(set.Evaluate(Order, Sets.At)).Outcome.Value);
    }

    [Theory]
    [InlineData("when: order.total > 'a'", "RUL1103", 4, 9)]
    [InlineData("when: order.items >= 1 && order.lnes.size() > 1", "RUL1101", 4, 29)]
    [InlineData("when: order.lines.exists(l, l.pric > 1)", "RUL1111", 4, 33)]
    [InlineData("when: order.total > order.risk", "RUL1104", 4, 9)]
    [InlineData("when: order.status == 'Payd'", "RUL1105", 4, 25)]
    [InlineData("when: order.status in ['Paid', 'Shiped']", "RUL1105", 4, 34)]
    [InlineData("when: order.paid > 5", "RUL1106", 4, 9)]
    [InlineData("when: order.country.matches('[')", "RUL1107", 4, 31)]
    [InlineData("when: order.country in list('nope')", "RUL1108", 4, 9)]
    [InlineData("when: order.items + 1", "RUL1110", 4, 9)]
    [InlineData("when: order", "RUL1101", 4, 9)]
    [InlineData("when: order.placedOn > date('2026-13-01')", "RUL1112", 4, 26)]
    [InlineData("when: order.tags.all(a, order.tags.all(b, order.tags.all(c, order.tags.all(d, order.tags.all(e, true)))))", "RUL1109", 4, 81)]
    [InlineData("when: order.items >", "RUL1001", 4, 22)]
    public void A_wrong_expression_is_reported_at_its_place_in_the_document(string when, string code, int line, int column)
    {
        RuleSetResult result = RuleSet.Parse($"ruleSet: s\nrules:\n- id: a\n  {when}\n  then: 1\n", OrderInput.Vocabulary);

        Diagnostic found = Assert.Single(result.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(code, found.Code);
        Assert.Equal((line, column), (found.Span.Line, found.Span.Column));
    }

    [Theory]
    [InlineData("int", "=order.total", "int(")]
    [InlineData("string", "=order.items", "string(")]
    [InlineData("money", "=order.total * 2", "currency")]
    [InlineData("string", "=order.?coupon", "orValue")]
    [InlineData("any", "=b'ab'", "bytes")]
    public void An_outcome_of_another_type_is_refused(string type, string then, string says)
    {
        RuleSetResult result = RuleSet.Parse($"ruleSet: s\noutcome: {type}\nrules:\n- id: a\n  then: \"{then}\"\n", OrderInput.Vocabulary);

        Diagnostic found = Assert.Single(result.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal("RUL1110", found.Code);
        Assert.Contains(says, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_expressions_of_a_document_are_reported()
    {
        const string Text = "ruleSet: s\nvariables:\n- { name: v, expr: 1 + 'a' }\nrules:\n- { id: a, when: order.totl > 1 && order.itms > 2, then: '=nope' }\n- { id: b, when: v, then: 1 }\n";

        string[] codes = [.. RuleSet.Parse(Text, OrderInput.Vocabulary).Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code)];

        Assert.Equal(["RUL1103", "RUL1101", "RUL1101", "RUL1101"], codes);
    }

    [Fact]
    public void An_explanation_shows_general_conditions_with_their_values()
    {
        RuleExplanation rule = Set("order.total * 2 > 500 && order.items > 1").Explain(Order, Sets.At).Rules[0];

        Assert.Equal([ConditionResult.False, ConditionResult.True], rule.Conditions.Select(c => c.Result));
        Assert.Equal("order.total * 2 > 500", rule.Conditions[0].Source);
        Assert.Equal(KeyValuePair.Create("order.total", "120.00 EUR"), rule.Conditions[0].Operands[0]);
    }

    [Fact]
    public void Variables_that_nest_deep_expressions_end_with_a_diagnostic_or_an_error()
    {
        string open = string.Concat(Enumerable.Repeat("-(0 + ", 45));
        string close = new(')', 45);
        var text = new System.Text.StringBuilder("ruleSet: s\nvariables:\n- { name: v0, expr: order.items }\n");
        for (int i = 1; i < 99; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"- {{ name: v{i}, expr: '{open}v{i - 1}{close}' }}\n");
        }

        RuleSetResult result = RuleSet.Parse(text + "rules:\n- { id: a, when: v98 < 0 || v98 >= 0, then: 1 }\n", OrderInput.Vocabulary);

        Assert.True(result.Set?.Evaluate(Order, Sets.At) is Decided or Failed || result.Diagnostics.Any(d => d.Code == "RUL1002"));
    }

    [Fact]
    public void Values_that_hold_each_other_many_times_stop_at_the_budget()
    {
        string binds = string.Concat(Enumerable.Range(1, 60).Select(i => $"cel.bind(v{i}, [v{i - 1}, v{i - 1}], "));
        string Bound(string body) => $"cel.bind(v0, [order.items], {binds}{body}{new string(')', 61)}";

        Assert.Equal(RuleErrorKind.Budget, Assert.IsType<Failed>(Decide(Bound("v60 == v60"), Order)).Error.Kind);
        Assert.Equal(RuleErrorKind.Budget, Assert.IsType<Failed>(Decide(Bound("'%s'.format([v60]) == ''"), Order)).Error.Kind);
        Assert.Equal(RuleErrorKind.Outcome, Assert.IsType<Failed>(Sets.Of($"ruleSet: s\nrules:\n- {{ id: a, then: '={Bound("v60")}' }}\n").Evaluate(Order, Sets.At)).Error.Kind);
    }

    [Fact]
    public void The_evaluator_and_the_fast_forms_agree()
    {
        string[] conditions =
        [
            "order.total >= 120", "order.total < 120.0", "order.items != 3", "order.country == 'NL'", "order.country in ['BE', 'NL']", "!(order.items in [1, 2])", "has(order.coupon)", "order.coupon == 'A'",
            "order.coupon != 'A'", "order.gift", "!order.gift", "order.paid == money('40', 'EUR')", "order.paid > money('1', 'USD')", "order.placedOn >= date('2026-11-10')", "order.risk <= 0.1",
            "velocity.cards > 2", "customer.since < timestamp('2026-11-10T00:00:00Z')", "session.onCheckout > duration('1m')", "order.country.startsWith('N')",
        ];
        OrderInput[] orders = [Order, Order with { Coupon = "A", Gift = true, Velocity = 5 }, Order with { Country = "BE", Items = 1, CustomerSince = null, Paid = Money.Usd(5m) }];
        foreach (string condition in conditions)
        {
            foreach (OrderInput order in orders)
            {
                // A conditional is never one of the fast forms.
                Decision fast = Decide(condition, order);
                Decision general = Decide($"(true ? ({condition}) : false)", order);
                Assert.True(fast.GetType() == general.GetType(), $"{condition}: {fast} and {general}");
            }
        }
    }

    private static Decision Decide(string condition, OrderInput order) => Set(condition).Evaluate(order, Sets.At);

    private static RuleSet Set(string condition) => Sets.Of(Yaml(condition));

    private static string Yaml(string condition) => $"ruleSet: s\nhitPolicy: first\nrules:\n- id: a\n  when: {System.Text.Json.JsonSerializer.Serialize(condition)}\n  then: 1\n";
}
