using EcomOps.Rules.Vocabularies;

namespace EcomOps.Analytics.Recommendations;

/// <summary>A customer and one item that could be shown: the facts of merchandising rules.</summary>
/// <param name="Shopper">Customer.</param>
/// <param name="Item">Item.</param>
public sealed record MerchandisingFacts(ShopperProfile Shopper, ItemProfile Item) : IFacts<MerchandisingFacts>
{
    /// <summary>The published vocabulary <c>ecomops.merchandising/1</c>.</summary>
    public static Vocabulary<MerchandisingFacts> Vocabulary { get; } = EcomOps.Rules.Vocabularies.Vocabulary.Of<MerchandisingFacts>("ecomops.merchandising")
        .Titled("Merchandising: an item that could be shown to a customer")
        .Text("customer.segment", f => f.Shopper.Segment, "the customer's segment", optional: true)
        .Int("customer.valuePercentile", f => (long?)f.Shopper.ValuePercentile, "the place of the customer by lifetime value", "percent").WithRange(0L, 100L)
        .Decimal("customer.discountShare", f => (decimal?)f.Shopper.DiscountShare, "the share of units bought at a discount").WithRange(0m, 1m)
        .Int("customer.ordersBefore", f => (long?)f.Shopper.OrdersBefore, "the number of orders before").WithRange(0L, null)
        .Text("item.category", f => f.Item.Category, "the item's category")
        .Enum("item.tier", f => TierName(f.Item.Tier), ["value", "middle", "premium"], "the place of the item's price in its category")
        .Decimal("item.marginShare", f => (decimal?)f.Item.MarginShare, "the margin over the price")
        .Bool("item.isBundle", f => f.Item.IsBundle, "the item is a bundle")
        .Decimal("item.returnRate", f => (decimal?)f.Item.ReturnRate, "the share of units that came back").WithRange(0m, 1m)
        .Build();

    private static string TierName(PriceTier tier) => tier switch { PriceTier.Value => "value", PriceTier.Premium => "premium", _ => "middle" };
}
