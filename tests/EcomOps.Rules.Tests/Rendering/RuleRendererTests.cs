using System.Text.Json;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Rendering;
using EcomOps.Rules.Tests.Checking;

namespace EcomOps.Rules.Tests.Rendering;

public sealed class RuleRendererTests
{
    [Theory]
    [InlineData("customer.vip && order.total < 500.00", "If the customer is a VIP and the order total is less than 500.00 EUR, action is stop.")]
    [InlineData("!(customer.vip || velocity.cards >= 3)", "If it is not so that the customer is a VIP and the number of cards used within 1 hour is less than 3, action is stop.")]
    [InlineData("ship.country in ['NL', 'BE']", "If the country is \"NL\" or \"BE\", action is stop.")]
    [InlineData("has(customer.createdAt) && now - customer.createdAt < duration('24h')", "If the account is known and the account is less than 24 hours ago, action is stop.")]
    [InlineData("ship.country != 'NL' || order.total >= 10.00", "If either the country is not \"NL\" or the order total is at least 10.00 EUR, action is stop.")]
    [InlineData("[1, 2].exists(n, n > velocity.cards)", "If (for some `n` of `[1, 2]`: `n` is more than the number of cards used within 1 hour), action is stop.")]
    public void A_rule_reads_as_a_sentence(string when, string sentence)
    {
        RuleSetDocument document = new()
        {
            Id = "a",
            Rules = [new RuleDefinition { Id = "r", When = when, Then = RuleValue.Map(("action", "stop")) }],
        };
        Assert.Equal(sentence, RuleRenderer.Sentence(document.Flatten()[0], document, Screening.Vocabulary));
    }

    [Fact]
    public void Points_windows_and_catch_alls_have_words_of_their_own()
    {
        RuleSetDocument document = Screening.Read("""
            ruleSet: a
            hitPolicy: accumulate(sum)
            fold: points
            outcome: { points: int, reason: string }
            rules:
              - { id: r, then: { points: 25, reason: cards }, from: 2026-11-01, mode: shadow }
            """).Document!;
        Assert.Equal("From 2026-11-01: always add 25 to points, reason: cards. (shadow: recorded only)", RuleRenderer.Sentence(document.Flatten()[0], document, Screening.Vocabulary));
    }

    [Fact]
    public void A_document_written_as_YAML_reads_back_the_same()
    {
        RuleSetDocument document = Screening.Read(Screening.Text).Document!;
        RuleSetDocument again = Screening.Read(RuleRenderer.Yaml(document)).Document!;
        Assert.Equal(document.ToJson(), again.ToJson());
    }

    [Fact]
    public void The_page_has_every_rule_the_default_and_the_facts()
    {
        string page = RuleRenderer.Markdown(Screening.Read(Screening.Text).Document!, Screening.Vocabulary);
        Assert.Contains("2. **Several cards from one address** (`many-cards`) If the number of cards used within 1 hour is at least 3, action is block.\n", page, StringComparison.Ordinal);
        Assert.Contains("When no rule matches, action is pass.", page, StringComparison.Ordinal);
        Assert.Contains("| `order.total` | decimal, 0 to 10000 | the order total (EUR) |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_knows_every_member_that_the_reader_accepts()
    {
        using JsonDocument schema = JsonDocument.Parse(RuleRenderer.JsonSchema(Screening.Vocabulary));
        JsonElement properties = schema.RootElement.GetProperty("properties");
        using JsonDocument written = JsonDocument.Parse(Screening.Read(Screening.Text).Document!.ToJson());
        Assert.All(written.RootElement.EnumerateObject(), m => Assert.True(properties.TryGetProperty(m.Name, out _), m.Name));
        JsonElement given = schema.RootElement.GetProperty("$defs").GetProperty("test").GetProperty("properties").GetProperty("given").GetProperty("properties");
        Assert.Equal(["NL", "BE", "DE"], given.GetProperty("ship").GetProperty("properties").GetProperty("country").GetProperty("enum").EnumerateArray().Select(v => v.GetString()));
    }
}
