using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Tests.Checking;

/// <summary>A small screening set that the tests of the authoring aids share.</summary>
internal static class Screening
{
    public const string Text = """
        ruleSet: checkout/screening
        version: 7
        title: Checkout screening
        hitPolicy: first
        rules:
          - id: vip
            when: customer.vip && order.total < 500.00
            then: { action: allow }
          - id: many-cards
            title: Several cards from one address
            when: velocity.cards >= 3
            then: { action: block }
          - id: large-abroad
            when: order.total >= 1000.00 && ship.country != "NL"
            then: { action: review }
        default: { action: pass }
        tests:
          - name: three cards
            given: { order.total: "20.00", ship.country: NL, velocity.cards: 3, customer.vip: false }
            expect: { outcome: { action: block }, matched: [many-cards] }
          - name: two cards
            given: { order.total: "20.00", ship.country: NL, velocity.cards: 2, customer.vip: false }
            expect: { outcome: { action: pass } }
        """;

    public static Vocabulary Vocabulary { get; } = Vocabulary.Create("checkout")
        .Attribute("order.total", AttributeType.Decimal with { Scale = 2, Minimum = 0m, Maximum = 10_000m }, "the order total", "EUR")
        .Attribute("ship.country", AttributeType.Enumeration("NL", "BE", "DE"), "the country")
        .Attribute("velocity.cards", AttributeType.Int with { Minimum = 0L, Maximum = 100L }, "the number of cards used within 1 hour")
        .Attribute("customer.vip", AttributeType.Bool, "the customer is a VIP")
        .Attribute("customer.createdAt", AttributeType.Timestamp, "the account", optional: true)
        .Build();

    public static RuleSetResult Read(string text) => RuleSet.Parse(text, Vocabulary);
}
