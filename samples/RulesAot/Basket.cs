using EcomOps.Core;
using EcomOps.Rules.Vocabularies;

namespace RulesAot;

internal sealed record BasketLine(string Sku, int Quantity, Money Price);

internal sealed record Basket(string Country, Money Total, string? Coupon, IReadOnlyList<BasketLine> Lines) : IFacts<Basket>
{
    public static Vocabulary<Basket> Vocabulary { get; } = EcomOps.Rules.Vocabularies.Vocabulary.Of<Basket>("sample.basket")
        .Text("basket.country", b => b.Country)
        .Money("basket.total", b => b.Total, title: "basket total")
        .Text("basket.coupon", b => b.Coupon, optional: true)
        .Items("basket.lines", b => b.Lines, EcomOps.Rules.Vocabularies.Vocabulary.Of<BasketLine>("line")
            .Text("sku", l => l.Sku)
            .Int("quantity", l => l.Quantity)
            .Money("price", l => l.Price)
            .Build())
        .Build();
}
