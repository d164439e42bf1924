using EcomOps.Analytics.Recommendations;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Examples;
using NodaTime;

namespace EcomOps.Analytics.Tests.Recommendations;

public sealed class MerchandiserTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 12, 0);

    private static readonly Dictionary<string, ItemProfile> Items = new()
    {
        ["plain"] = new("mugs") { MarginShare = 0.3 },
        ["gold"] = new("mugs") { Tier = PriceTier.Premium, MarginShare = 0.3 },
        ["set"] = new("sets") { IsBundle = true, Tier = PriceTier.Value, MarginShare = 0.3 },
        ["gone"] = new("mugs") { IsInStock = false },
        ["loss"] = new("mugs") { MarginShare = -0.1 },
    };

    private static readonly Recommendation[] Found = [new("plain", 1.0), new("gold", 0.8), new("set", 0.7), new("gone", 0.6), new("loss", 0.5), new("unknown", 0.4)];

    [Fact]
    public void Customers_of_high_value_see_premium_first()
    {
        MerchandisedList list = new Merchandiser().For(Found, new ShopperProfile { ValuePercentile = 92 }, Items, 3, Now);
        Assert.Equal(["gold", "plain", "set"], list.Items.Select(i => i.Item));
        Assert.Equal(0.8 * 1.4, list.Items[0].Score, 12);
        Assert.Equal(["Premium for a customer of high lifetime value."], list.Items[0].Reasons);
    }

    [Fact]
    public void Customers_who_look_at_the_price_see_bundles_first_and_premium_last()
    {
        MerchandisedList list = new Merchandiser().For(Found, new ShopperProfile { ValuePercentile = 30, DiscountShare = 0.7 }, Items, 3, Now);
        Assert.Equal(["set", "plain", "gold"], list.Items.Select(i => i.Item));
        Assert.Equal(70, list.Items[0].Points);
    }

    [Fact]
    public void Unknown_visitors_get_the_models_order() =>
        Assert.Equal(["plain", "gold", "set"], new Merchandiser().For(Found, new ShopperProfile(), Items, 5, Now).Items.Select(i => i.Item));

    [Fact]
    public void What_is_sold_out_sold_at_a_loss_or_unknown_is_left_out_with_the_reason()
    {
        MerchandisedList list = new Merchandiser().For(Found, new ShopperProfile(), Items, 5, Now);
        Assert.Equal(["gone: Out of stock.", "loss: Each unit loses money.", "unknown: Nothing is known of the item."], list.LeftOut.Select(i => $"{i.Item}: {i.Reasons[0]}"));
    }

    [Fact]
    public void A_list_holds_only_so_many_of_one_category()
    {
        MerchandisedList list = new Merchandiser(perCategory: 1).For(Found, new ShopperProfile(), Items, 5, Now);
        Assert.Equal(["plain", "set"], list.Items.Select(i => i.Item));
        Assert.StartsWith("The list holds 1 of mugs", list.LeftOut.Single(i => i.Item == "gold").Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Authors_change_the_order_without_compiling()
    {
        RuleSet own = RuleSet.Parse(
            """
            ruleSet: shop/merchandising
            version: 7
            facts: ecomops.merchandising/1
            hitPolicy: accumulate(sum)
            fold: points
            outcome: { points: int, reason: string }
            rules:
              - id: sets-for-champions
                when: customer.segment == "Champions" && item.category == "sets"
                then: { points: 200, reason: Champions collect sets. }
            """,
            MerchandisingFacts.Vocabulary).Require();
        MerchandisedList list = new Merchandiser(own).For(Found, new ShopperProfile { Segment = "Champions" }, Items, 1, Now);
        Assert.Equal("set", Assert.Single(list.Items).Item);
        Assert.Equal(7, list.Rules.Version);
    }

    [Fact]
    public void Every_example_of_the_default_rules_holds() => Assert.All(ExampleRunner.Run(MerchandisingRules.Default).Results, r => Assert.True(r.Passed, $"{r.Name}: {string.Join("; ", r.Failures)}"));

    [Fact]
    public void Tiers_are_thirds_of_the_different_prices_of_a_category()
    {
        IReadOnlyDictionary<string, PriceTier> tiers = PriceTiers.Of(
        [
            ("a", "mugs", Money.Eur(5)), ("b", "mugs", Money.Eur(5)), ("c", "mugs", Money.Eur(8)), ("d", "mugs", Money.Eur(20)), ("e", "sets", Money.Eur(90)), ("f", "sets", Money.Eur(99)),
        ]);
        Assert.Equal([PriceTier.Value, PriceTier.Value, PriceTier.Middle, PriceTier.Premium, PriceTier.Middle, PriceTier.Middle], "abcdef".Select(c => tiers[c.ToString()]));
        Assert.Throws<ArgumentException>(() => PriceTiers.Of([("a", "x", Money.Eur(1)), ("a", "x", Money.Eur(1))]));
        Assert.Throws<ArgumentException>(() => PriceTiers.Of([("a", "x", Money.Eur(1)), ("b", "x", Money.Of(1, Currency.Usd))]));
    }
}
