using EcomOps.Core;
using EcomOps.Rules.Checking;
using EcomOps.Rules.Diagnostics;
using NodaTime;

namespace EcomOps.Rules.Tests.Checking;

public sealed class RuleSetCheckerTests
{
    [Fact]
    public void A_sound_set_has_nothing_to_report()
    {
        RuleSetCheck check = RuleSetChecker.Check(Screening.Read(Screening.Text), Screening.Vocabulary);
        Assert.Empty(check.Diagnostics);
        Assert.False(check.HasFindings);
    }

    [Fact]
    public void A_contradiction_names_its_two_conditions_and_points_at_them()
    {
        Diagnostic found = Single("""
            ruleSet: a
            hitPolicy: collect
            rules:
              - id: never
                when: ship.country == "NL" && order.total > 10.00 && ship.country == "BE"
                then: x
            """, "RUL3001");
        Assert.Equal("Rule 'never' never matches: 'ship.country == \"NL\"' and 'ship.country == \"BE\"' contradict each other.", found.Message);
        Assert.Equal((5, 58), (found.Span.Line, found.Span.Column));
        Assert.Equal((5, 11), (found.Related[0].Span.Line, found.Related[0].Span.Column));
        Assert.Equal(Severity.Warning, found.Severity);
    }

    [Fact]
    public void An_overlap_and_a_gap_show_an_input()
    {
        const string text = """
            ruleSet: a
            hitPolicy: unique
            rules:
              - { id: low, when: order.total <= 50.00, then: a }
              - { id: mid, when: order.total >= 50.00 && order.total < 9999.99, then: b }
              - { id: top, when: order.total > 9999.99, then: c }
            """;
        Assert.Contains("order.total = 50 with different outcomes", Single(text, "RUL3004").Message, StringComparison.Ordinal);
        Assert.Contains("No rule matches for example order.total = 9999.99", Single(text, "RUL3006").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_in_windows_that_do_not_touch_do_not_overlap()
    {
        const string text = """
            ruleSet: a
            hitPolicy: unique
            zone: Europe/Amsterdam
            rules:
              - { id: november, when: customer.vip, then: a, from: 2026-11-01, until: 2026-12-01 }
              - { id: december, when: customer.vip, then: b, from: 2026-12-01, until: 2027-01-01 }
            default: none
            """;
        Assert.DoesNotContain(Check(text), d => d.Code == "RUL3004");
        Assert.Contains(Check(text, Instant.FromUtc(2026, 12, 5, 0, 0)), d => d.Code == "RUL3009" && d.Message.Contains("'november'", StringComparison.Ordinal));
    }

    [Fact]
    public void Variables_count_with_their_meaning_and_shadow_rules_take_no_part()
    {
        const string text = """
            ruleSet: a
            hitPolicy: first
            variables:
              - { name: large, expr: 'order.total >= 100.00' }
            rules:
              - { id: wide, when: large, then: a }
              - { id: narrow, when: 'order.total > 200.00', then: b }
              - { id: tried, when: 'large && customer.vip', then: c, mode: shadow }
            default: none
            """;
        Diagnostic shadowed = Single(text, "RUL3005");
        Assert.Equal("Rule 'narrow' never wins: 'wide' takes every input that it matches.", shadowed.Message);
    }

    [Fact]
    public void Conditions_and_attributes_without_effect_are_hints()
    {
        const string text = """
            ruleSet: a
            hitPolicy: first
            rules:
              - { id: r, when: 'order.total > 100.00 && order.total > 50.00 && (customer.vip || !customer.vip)', then: a }
            default: none
            """;
        List<Diagnostic> found = Check(text);
        Assert.All(found, d => Assert.Equal(Severity.Info, d.Severity));
        Assert.Contains(found, d => d.Code == "RUL3007" && d.Message.StartsWith("'order.total > 50.00' has no effect", StringComparison.Ordinal));
        Assert.Contains(found, d => d.Code == "RUL3008" && d.Message.StartsWith("'customer.vip'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_with_errors_is_not_analysed()
    {
        RuleSetCheck check = RuleSetChecker.Check(Screening.Read(Screening.Text.Replace("velocity.cards >=", "velocity.card >=", StringComparison.Ordinal)), Screening.Vocabulary);
        Assert.Null(check.Report);
        Assert.Contains(check.Diagnostics, d => d.Severity == Severity.Error && d.Message.Contains("Did you mean velocity.cards?", StringComparison.Ordinal));
    }

    private static List<Diagnostic> Check(string text, Instant? asOf = null) =>
        [.. RuleSetChecker.Check(Screening.Read(text), Screening.Vocabulary, new CheckOptions { AsOf = asOf }).Diagnostics];

    private static Diagnostic Single(string text, string code) => Assert.Single(Check(text), d => d.Code == code);
}
