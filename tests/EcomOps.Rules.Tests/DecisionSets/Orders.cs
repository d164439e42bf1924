using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Tests.DecisionSets;

public enum OrderStatus
{
    New,
    Paid,
    Shipped,
}

public sealed record OrderItem(string Sku, int Quantity, Money Price);

/// <summary>The facts that these tests decide about.</summary>
public sealed record OrderInput : IFacts<OrderInput>
{
    public string Country { get; init; } = "NL";

    public decimal Total { get; init; } = 40m;

    public Money Paid { get; init; } = Money.Eur(40m);

    public int Items { get; init; } = 1;

    public double Risk { get; init; } = 0.1;

    public bool Gift { get; init; }

    public string? Coupon { get; init; }

    public int? Velocity { get; init; }

    public LocalDate PlacedOn { get; init; } = new(2026, 11, 10);

    public Instant? CustomerSince { get; init; } = Instant.FromUtc(2026, 11, 9, 0, 0);

    public Duration OnCheckout { get; init; } = Duration.FromMinutes(2);

    public Weight Weight { get; init; } = Weight.Kilograms(2);

    public OrderStatus Status { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<OrderItem> Lines { get; init; } = [];

    public static Vocabulary<OrderInput> Vocabulary { get; } = EcomOps.Rules.Vocabularies.Vocabulary.Of<OrderInput>("test.order", 2)
        .Text("order.country", o => o.Country)
        .Decimal("order.total", o => o.Total, title: "order total", unit: "EUR", scale: 2)
        .Money("order.paid", o => o.Paid)
        .Int("order.items", o => o.Items)
        .Double("order.risk", o => o.Risk)
        .Bool("order.gift", o => o.Gift)
        .Text("order.coupon", o => o.Coupon, optional: true)
        .Int("velocity.cards", o => o.Velocity).Fetched()
        .Date("order.placedOn", o => o.PlacedOn)
        .Timestamp("customer.since", o => o.CustomerSince)
        .Duration("session.onCheckout", o => o.OnCheckout)
        .Weight("order.weight", o => o.Weight, WeightUnit.Kilogram)
        .Enum<OrderStatus>("order.status", o => o.Status)
        .List("order.tags", o => o.Tags)
        .Items("order.lines", o => o.Lines, EcomOps.Rules.Vocabularies.Vocabulary.Of<OrderItem>("line")
            .Text("sku", l => l.Sku)
            .Int("quantity", l => l.Quantity)
            .Money("price", l => l.Price)
            .Build())
        .Build();
}

internal static class Sets
{
    public static Instant At { get; } = Instant.FromUtc(2026, 11, 10, 10, 0);

    public static RuleSet Of(string yaml, RuleSetOptions? options = null) => RuleSet.Parse(yaml, OrderInput.Vocabulary, options).Require();

    /// <summary>A set of rules written as <c>id: condition -> outcome</c>.</summary>
    public static RuleSet Of(HitPolicy policy, params (string Id, string When, RuleValue Then)[] rules) => RuleSet.Compile(new RuleSetDocument
    {
        Id = "test",
        HitPolicy = policy,
        Rules = rules.Select(r => new RuleDefinition { Id = r.Id, When = r.When, Then = r.Then }).ToValueList(),
    }, OrderInput.Vocabulary).Require();

    public static IReadOnlyList<string> Ids(Decision decision) => decision switch
    {
        Decided d => [.. d.Matched.Select(m => m.Id)],
        Conflict c => c.Rules,
        _ => [],
    };
}
