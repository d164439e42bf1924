using EcomOps.Core;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using NodaTime;

namespace EcomOps.Rules.Tests.Documents;

public sealed class DocumentReadingTests
{
    private const string Screening = """
        ruleSet: checkout/screening        # id
        version: 7
        title: Checkout screening
        dialect: ecomops/1
        facts: payments.checkout/3
        zone: Europe/Amsterdam
        currency: EUR
        hitPolicy: accumulate(sum)
        fold: points
        outcome: { points: int, reason: string }
        onError: fail
        variables:
          - { name: fresh, expr: 'now - customer.createdAt < duration("24h")' }
        rules:
          - id: many-cards
            title: Several cards from one address
            when: velocity.cardsPerIp1h >= 3 && fresh
            then: { points: 25, reason: "=string(velocity.cardsPerIp1h) + ' cards'" }
            from: 2026-11-01
            until: 2026-12-01
            mode: live
            tags: [card-testing]
        default: { points: 0, reason: none }
        tests:
          - name: three cards, new customer
            at: 2026-11-10T10:00:00Z
            given: { velocity: { cardsPerIp1h: 3 }, customer: { createdAt: 2026-11-10T01:00:00Z } }
            expect: { outcome: { points: 25 }, matched: [many-cards] }
        """;

    [Fact]
    public void The_document_of_the_specification_is_read_member_by_member()
    {
        RuleSetDocument document = Read(Screening);

        Assert.Equal("checkout/screening", document.Id);
        Assert.Equal(7, document.Version);
        Assert.Equal("Europe/Amsterdam", document.Zone);
        Assert.Equal("EUR", document.Currency);
        Assert.Equal(HitPolicy.Sum, document.HitPolicy);
        Assert.Equal("points", document.Fold);
        Assert.Equal("now - customer.createdAt < duration(\"24h\")", Assert.Single(document.Variables).Expression);
        RuleDefinition rule = Assert.Single(document.Rules);
        Assert.Equal("velocity.cardsPerIp1h >= 3 && fresh", rule.When);
        Assert.Equal(RuleValue.Map(("points", 25L), ("reason", "=string(velocity.cardsPerIp1h) + ' cards'")), rule.Then);
        Assert.Equal(new EffectiveDate(new LocalDate(2026, 11, 1)), rule.From);
        Assert.Equal(["card-testing"], rule.Tags);
        RuleTest test = Assert.Single(document.Tests);
        Assert.Equal(Instant.FromUtc(2026, 11, 10, 10, 0), test.At);
        Assert.Equal(RuleValue.Map(("points", 25L)), test.Expect.Outcome);
    }

    [Fact]
    public void Reading_the_canonical_json_gives_the_same_model_and_the_same_hash()
    {
        RuleSetDocument document = Read(Screening);
        RuleSetDocument again = Read(document.ToJson());

        Assert.Equal(document, again);
        Assert.Equal(document.ComputeContentHash(), again.ComputeContentHash());
        Assert.Equal(document.ToJson(), again.ToJson());
    }

    [Fact]
    public void Comments_order_of_members_and_spelling_of_numbers_do_not_change_the_hash()
    {
        RuleSetDocument one = Read("ruleSet: a\nrules:\n- {id: r, then: 1.50, when: x}\n");
        RuleSetDocument two = Read("# a comment\nrules:\n  - when: x\n    then: 1.5\n    id: r\nruleSet: a\n");

        Assert.Equal(one.ComputeContentHash(), two.ComputeContentHash());
    }

    [Fact]
    public void Norway_stays_a_text_and_only_true_and_false_are_booleans()
    {
        RuleSetDocument document = Read("ruleSet: a\nrules:\n- {id: r, then: {country: NO, answer: yes, flag: true}}\n");

        Assert.Equal(RuleValue.Map(("country", "NO"), ("answer", "yes"), ("flag", true)), document.Rules[0].Then);
    }

    [Fact]
    public void A_number_with_a_point_keeps_every_digit()
    {
        RuleSetDocument document = Read("ruleSet: a\nrules:\n- {id: r, then: 0.1000000000000000000000000001}\n");

        Assert.True(((NumberValue)document.Rules[0].Then!).TryGetDecimal(out decimal value));
        Assert.Equal(0.1000000000000000000000000001m, value);
    }

    [Theory]
    [InlineData("ruleSet: a\nrules:\n- id: r\n  when: !fresh\n  then: 1\n", "'!fresh'")]
    [InlineData("ruleSet: a\nrules:\n- id: r\n  when: x ? 1 : 2\n  then: 1\n", "'x ? 1 : 2'")]
    [InlineData("ruleSet: a\nrules:\n- id: r\n  when: 'EU' == zone\n  then: 1\n", "'''EU'' == zone'")]
    [InlineData("ruleSet: a\nrules:\n- id: r\n  when: \"EU\" == zone\n  then: 1\n", "'\"EU\" == zone'")]
    [InlineData("ruleSet: a\nrules:\n- id: r\n  when: [1, 2].exists(x, x == y)\n  then: 1\n", "'[1, 2].exists(x, x == y)'")]
    [InlineData("ruleSet: a\nrules:\n- id: r\n  when: name == 'a #1'\n  then: 1\n", "'name == ''a #1'''")]
    [InlineData("ruleSet: a\nrules:\n- id: r\n  when: {'a': 1}['a'] == n\n  then: 1\n", "'{''a'': 1}[''a''] == n'")]
    [InlineData("ruleSet: a\nrules:\n- id: r\n  when: &x == 1\n  then: 1\n", "'&x == 1'")]
    [InlineData("ruleSet: a\nrules:\n- id: r\n  when: `a b` == 1\n  then: 1\n", "'`a b` == 1'")]
    public void A_condition_that_yaml_reads_as_its_own_syntax_is_to_be_quoted(string text, string fix)
    {
        Problem problem = Assert.Single(Problems(text), p => p.Severity == Severity.Error);

        Assert.Equal("RUL2010", problem.Code);
        Assert.Equal(fix, problem.Replacement);
        Assert.Equal(4, new SourceText(text, "").At(problem.Start).Line);
        Assert.Equal(9, new SourceText(text, "").At(problem.Start).Column);
        string mended = text[..problem.Start] + problem.Replacement + text[(problem.Start + problem.Length)..];
        Assert.DoesNotContain(Problems(mended), p => p.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("ruleSet: a\nrules: []\nhitPolcy: first\n", "RUL2007", 3, 1, "hitPolicy")]
    [InlineData("ruleSet: a\nrules:\n- {id: r, then: 1, wen: x}\n", "RUL2007", 3, 20, "when")]
    [InlineData("ruleSet: a\nruleSet: b\nrules: []\n", "RUL2006", 2, 1, "twice")]
    [InlineData("rules: []\n", "RUL2009", 1, 1, "ruleSet")]
    [InlineData("ruleSet: a b\nrules: []\n", "RUL2013", 1, 10, "letters")]
    [InlineData("ruleSet: ../a\nrules: []\n", "RUL2013", 1, 10, "letters")]
    [InlineData("ruleSet: a\nhitPolicy: frist\n", "RUL2011", 2, 12, "first")]
    [InlineData("ruleSet: a\nzone: Europe/Amsterdan\n", "RUL2011", 2, 7, "Europe/Amsterdam")]
    [InlineData("ruleSet: a\ncurrency: EURO\n", "RUL2011", 2, 11, "EUR")]
    [InlineData("ruleSet: a\nversion: 0\n", "RUL2008", 2, 10, "whole number")]
    [InlineData("ruleSet: a\nbase: &x 1\n", "RUL2004", 2, 7, "Anchors")]
    [InlineData("ruleSet: a\nbase: *x\n", "RUL2004", 2, 7, "Anchors")]
    [InlineData("ruleSet: a\nbase: !!int 1\n", "RUL2005", 2, 7, "Tags")]
    [InlineData("ruleSet: a\nrules: {}\n", "RUL2008", 2, 8, "list")]
    [InlineData("ruleSet: a\nrules:\n- {id: r, then: 1, from: tomorrow}\n", "RUL2011", 3, 26, "2026-11-27")]
    [InlineData("ruleSet: a\n---\nruleSet: b\n", "RUL2001", 2, 1, "one rule set")]
    [InlineData("ruleSet: [a\n", "RUL2001", 2, 1, "YAML")]
    [InlineData("ruleSet: a\noutcome: { points: integer }\n", "RUL2016", 2, 20, "int")]
    [InlineData("ruleSet: a\ntests:\n- {name: t}\n", "RUL2009", 3, 3, "expect")]
    [InlineData("ruleSet: a\nvariables:\n- {name: 1x, expr: a}\n", "RUL2013", 3, 10, "digit")]
    [InlineData("", "RUL2001", 1, 1, "empty")]
    [InlineData("[1, 2]", "RUL2008", 1, 1, "map")]
    [InlineData("{\"ruleSet\": \"a\",}", "RUL2001", 1, 17, "double quotes")]
    [InlineData("{\"ruleSet\": \"a\", \"ruleSet\": \"b\"}", "RUL2006", 1, 18, "twice")]
    public void A_problem_has_a_code_a_place_and_a_remedy(string text, string code, int line, int column, string says)
    {
        Problem problem = Problems(text).First(p => p.Severity == Severity.Error);

        Assert.Equal(code, problem.Code);
        Assert.Equal((line, column), new SourceText(text, "").At(problem.Start));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_a_document_come_at_once()
    {
        IReadOnlyList<Problem> problems = Problems("""
            ruleSet: a
            hitPolicy: frist
            zone: Mars/North
            rules:
            - {id: one, then: 1, priority: high}
            - {then: 2, mode: lvie}
            - {id: three, then: 3, unknown: 1}
            """);

        Assert.Equal(["RUL2011", "RUL2011", "RUL2008", "RUL2009", "RUL2011", "RUL2007"], problems.OrderBy(p => p.Start).Select(p => p.Code));
    }

    [Fact]
    public void A_problem_inside_a_folded_condition_points_at_its_own_line()
    {
        const string Text = "ruleSet: a\nrules:\n- id: r\n  when: |\n    first == 1 &&\n    second == 2\n  then: 1\n";
        DocumentReader.Reading reading = DocumentReader.Read(Text, "", DocumentFormat.Detect, null);
        string when = reading.Document!.Rules[0].When!;

        (int start, int length) = reading.Origins.Find("rules[0].when", when.IndexOf("second", StringComparison.Ordinal), 6);

        Assert.Equal("second", Text.Substring(start, length));
    }

    [Fact]
    public void A_problem_inside_a_quoted_condition_counts_the_doubled_quotes()
    {
        const string Text = "ruleSet: a\nrules:\n- {id: r, when: 'x == ''NL'' && wrong', then: 1}\n";
        DocumentReader.Reading reading = DocumentReader.Read(Text, "", DocumentFormat.Detect, null);
        string when = reading.Document!.Rules[0].When!;

        (int start, int length) = reading.Origins.Find("rules[0].when", when.IndexOf("wrong", StringComparison.Ordinal), 5);

        Assert.Equal("wrong", Text.Substring(start, length));
    }

    private static RuleSetDocument Read(string text)
    {
        DocumentReader.Reading reading = DocumentReader.Read(text, "", DocumentFormat.Detect, null);
        Assert.Empty(reading.Problems.Found);
        return reading.Document!;
    }

    private static IReadOnlyList<Problem> Problems(string text) => DocumentReader.Read(text, "", DocumentFormat.Detect, null).Problems.Found;
}
