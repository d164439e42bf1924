using EcomOps.Catalog.Products;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Tests.Products;

public sealed class ProductTests
{
    [Fact]
    public void A_variants_attribute_wins_over_the_products_and_a_blank_one_counts_as_absent()
    {
        Variant red = Shop.Bottle with { Attributes = new Dictionary<string, Scoped<AttributeValue>> { ["color"] = (AttributeValue)"red", ["material"] = (AttributeValue)"  " } };
        Product product = Shop.Product with
        {
            Attributes = new Dictionary<string, Scoped<AttributeValue>> { ["color"] = (AttributeValue)"grey", ["material"] = (AttributeValue)"steel" },
            Variants = [red, Shop.Bottle],
        };
        Assert.Equal("red", product.Attribute("color", red)?.ToString());
        Assert.Equal("grey", product.Attribute("color", Shop.Bottle)?.ToString());
        Assert.Equal("steel", product.Attribute("material", red)?.ToString());
        Assert.Null(product.Attribute("pattern", red));
    }

    [Fact]
    public void Titles_of_variants_say_what_sets_them_apart()
    {
        Assert.Equal("Linen shirt - blue, L", Shop.Shirt.TitleOf(Shop.Shirt.Variants[1]));
        Assert.Equal("Steel water bottle 750 ml", Shop.Product.TitleOf(Shop.Bottle));
        Assert.Equal("Own", Shop.Shirt.TitleOf(Shop.Shirt.Variants[0] with { Title = "Own" }));
    }

    [Fact]
    public void A_variants_images_come_first_and_swatches_not_at_all()
    {
        Variant variant = Shop.Bottle with { Images = [new ProductImage("https://a.example/side.jpg", ImageRole.Gallery), new ProductImage("https://a.example/main.jpg")] };
        Product product = Shop.Product with
        {
            Images = [new ProductImage("https://a.example/swatch.jpg", ImageRole.Swatch), new ProductImage("https://a.example/main.jpg"), new ProductImage("https://a.example/shared.jpg")],
            Variants = [variant],
        };
        Assert.Equal(
            ["https://a.example/main.jpg", "https://a.example/side.jpg", "https://a.example/shared.jpg"],
            product.ImagesOf(variant).Select(i => i.Link));
    }

    [Fact]
    public void The_price_of_a_market_is_the_most_specific_one()
    {
        Variant variant = Shop.Bottle with
        {
            MarketPrices =
            [
                new MarketPrice(Money.Eur(18m), null, "DE"),
                new MarketPrice(Money.Eur(17m), "google"),
                new MarketPrice(Money.Eur(16m), "google", "DE"),
            ],
        };
        Assert.Equal(Money.Eur(16m), variant.PriceIn("google", "DE")?.Regular);
        Assert.Equal(Money.Eur(17m), variant.PriceIn("google", "FR")?.Regular);
        Assert.Equal(Money.Eur(18m), variant.PriceIn("meta", "DE")?.Regular);
        Assert.Equal(Money.Usd(19.90m), variant.PriceIn("meta", "US")?.Regular);
    }

    [Fact]
    public void A_sale_begins_at_its_first_instant_and_has_ended_at_its_last()
    {
        Instant from = Instant.FromUtc(2026, 11, 27, 0, 0), until = Instant.FromUtc(2026, 11, 30, 0, 0);
        Price price = new(Money.Eur(20m), new SalePrice(Money.Eur(15m), from, until));
        Assert.Equal(Money.Eur(20m), price.InForce(from - Duration.Epsilon));
        Assert.Equal(Money.Eur(15m), price.InForce(from));
        Assert.Equal(Money.Eur(15m), price.InForce(until - Duration.Epsilon));
        Assert.Equal(Money.Eur(20m), price.InForce(until));
        Assert.Equal(Money.Eur(20m), price.InForce(null));
        Assert.Equal(Money.Eur(15m), new Price(Money.Eur(20m), new SalePrice(Money.Eur(15m))).InForce(null));
    }
}
