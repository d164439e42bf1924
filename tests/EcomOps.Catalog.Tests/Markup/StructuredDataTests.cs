using System.Text.Json;
using EcomOps.Catalog.Markup;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Catalog.Tests.Markup;

public sealed class StructuredDataTests
{
    [Fact]
    public void A_product_with_one_variant_is_a_product_with_an_offer()
    {
        Product product = Shop.Product with { Rating = new ProductRating(4.6m, 118, 40) };
        JsonLd markup = StructuredData.For(product);
        Assert.Empty(markup.Issues);
        Assert.Equal(
            "{\"@context\":\"https://schema.org\",\"@type\":\"Product\",\"name\":\"Steel water bottle 750 ml\","
            + "\"description\":\"Double-wall bottle made of stainless steel.\",\"url\":\"https://shop.example.com/p/1001\",\"sku\":\"SKU-1001\",\"gtin13\":\"4006381333931\","
            + "\"brand\":{\"@type\":\"Brand\",\"name\":\"Northfall\"},\"image\":\"https://cdn.example.com/i/1001.jpg\","
            + "\"offers\":{\"@type\":\"Offer\",\"url\":\"https://shop.example.com/p/1001\",\"price\":\"19.90\",\"priceCurrency\":\"USD\","
            + "\"availability\":\"https://schema.org/InStock\",\"itemCondition\":\"https://schema.org/NewCondition\"},"
            + "\"aggregateRating\":{\"@type\":\"AggregateRating\",\"ratingValue\":4.6,\"ratingCount\":118,\"reviewCount\":40}}",
            markup.ToJsonLd());
    }

    [Fact]
    public void Variants_make_a_group_that_says_what_varies()
    {
        JsonElement group = Parse(StructuredData.For(Shop.Shirt));
        Assert.Equal("ProductGroup", group.GetProperty("@type").GetString());
        Assert.Equal("P-2", group.GetProperty("productGroupID").GetString());
        Assert.Equal(["https://schema.org/color", "https://schema.org/size"], group.GetProperty("variesBy").EnumerateArray().Select(v => v.GetString()));
        JsonElement[] variants = [.. group.GetProperty("hasVariant").EnumerateArray()];
        Assert.Equal(["SHIRT-B-M", "SHIRT-B-L"], variants.Select(v => v.GetProperty("sku").GetString()));
        Assert.Equal("L", variants[1].GetProperty("size").GetString());
        Assert.Equal("49.00", variants[1].GetProperty("offers").GetProperty("price").GetString());
        Assert.False(group.TryGetProperty("offers", out _));
    }

    [Fact]
    public void The_page_of_one_variant_names_its_group()
    {
        JsonElement page = Parse(StructuredData.For(new CatalogVariant(Shop.Shirt, Shop.Shirt.Variants[0])));
        Assert.Equal("P-2", page.GetProperty("inProductGroupWithID").GetString());
        Assert.Equal("Linen shirt - blue, M", page.GetProperty("name").GetString());
    }

    [Fact]
    public void Prices_have_the_decimals_of_their_currency()
    {
        Assert.Equal("1990", Price(Money.Of(1990m, Currency.Jpy)));
        Assert.Equal("19.905", Price(Money.Of(19.905m, Currency.FromCode("KWD"))));
        Assert.Equal("20.00", Price(Money.Eur(20m)));
        static string? Price(Money price) =>
            Parse(StructuredData.For(Shop.Product with { Variants = [Shop.Bottle with { Price = price }] })).GetProperty("offers").GetProperty("price").GetString();
    }

    [Fact]
    public void A_sale_in_force_is_the_price_and_says_until_when()
    {
        Instant from = Instant.FromUtc(2026, 11, 27, 0, 0), until = Instant.FromUtc(2026, 11, 30, 0, 0);
        Product product = Shop.Product with { Variants = [Shop.Bottle with { Price = new Price(Money.Eur(20), new SalePrice(Money.Eur(15), from, until)) }] };
        JsonElement during = Parse(StructuredData.For(product, new StructuredDataOptions { At = from })).GetProperty("offers");
        Assert.Equal(("15.00", "2026-11-30T00:00:00Z"), (during.GetProperty("price").GetString(), during.GetProperty("priceValidUntil").GetString()));
        JsonElement after = Parse(StructuredData.For(product, new StructuredDataOptions { At = until })).GetProperty("offers");
        Assert.Equal("20.00", after.GetProperty("price").GetString());
        Assert.False(after.TryGetProperty("priceValidUntil", out _));
    }

    [Fact]
    public void What_a_rich_result_needs_and_the_product_lacks_is_reported_and_not_written()
    {
        Product bare = new() { Id = "P", Title = "Mug", Variants = [new Variant { Sku = "M", Gtin = "123" }], Link = "not a link" };
        JsonLd markup = StructuredData.For(bare);
        Assert.Equal(
            ["image missing_required", "offers missing_required", "description missing_recommended", "brand missing_recommended"],
            markup.Issues.Select(i => $"{i.Path} {i.Code}"));
        Assert.Equal("""{"@context":"https://schema.org","@type":"Product","name":"Mug","sku":"M"}""", markup.ToJsonLd());
    }

    [Fact]
    public void A_text_cannot_leave_the_script_element()
    {
        string html = StructuredData.For(Shop.Product with { Title = "</script><script>alert(1)</script><!-- x", Description = "\u2028 \ud800 \"quoted\" \\ \u0000" }).ToScript();
        string inside = html["<script type=\"application/ld+json\">".Length..^"</script>".Length];
        Assert.DoesNotContain("</", inside, StringComparison.Ordinal);
        Assert.DoesNotContain("<!", inside, StringComparison.Ordinal);
        Assert.Contains("<\\/script>", inside, StringComparison.Ordinal);
        Assert.Equal("</script><script>alert(1)</script><!-- x", JsonDocument.Parse(inside).RootElement.GetProperty("name").GetString());
    }

    [Property]
    public void Any_title_comes_back_from_the_markup(string title)
    {
        string json = StructuredData.For(Shop.Product with { Title = "t" + title }).ToJsonLd();
        string expected = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes("t" + title));
        Assert.Equal(expected, JsonDocument.Parse(json).RootElement.GetProperty("name").GetString());
        Assert.DoesNotContain("</", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90311017", "gtin8")]
    [InlineData("722510035005", "gtin12")]
    [InlineData("4006381333931", "gtin13")]
    [InlineData("10614141000415", "gtin14")]
    [InlineData("9783161484100", "isbn")]
    public void The_identifier_is_named_by_its_length(string gtin, string property) =>
        Assert.Equal(gtin, Parse(StructuredData.For(Shop.Product with { Variants = [Shop.Bottle with { Gtin = gtin }] })).GetProperty(property).GetString());

    [Fact]
    public void Shipping_and_returns_are_part_of_the_offer()
    {
        JsonElement offer = Parse(StructuredData.For(Shop.Product, new StructuredDataOptions
        {
            Seller = "Northfall Shop",
            Shipping = [new ShippingOffer("US", Money.Usd(4.5m), (0, 1), (2, 5)), new ShippingOffer("CA", Money.Usd(0))],
            Returns = new ReturnPolicy("US", 30, true),
        })).GetProperty("offers");
        JsonElement first = offer.GetProperty("shippingDetails")[0];
        Assert.Equal("4.50", first.GetProperty("shippingRate").GetProperty("value").GetString());
        Assert.Equal("US", first.GetProperty("shippingDestination").GetProperty("addressCountry").GetString());
        Assert.Equal(5, first.GetProperty("deliveryTime").GetProperty("transitTime").GetProperty("maxValue").GetInt32());
        Assert.False(offer.GetProperty("shippingDetails")[1].TryGetProperty("deliveryTime", out _));
        JsonElement returns = offer.GetProperty("hasMerchantReturnPolicy");
        Assert.Equal("https://schema.org/MerchantReturnFiniteReturnWindow", returns.GetProperty("returnPolicyCategory").GetString());
        Assert.Equal(30, returns.GetProperty("merchantReturnDays").GetInt32());
        Assert.Equal("Northfall Shop", offer.GetProperty("seller").GetProperty("name").GetString());
    }

    [Fact]
    public void Breadcrumbs_go_from_the_root_to_the_category()
    {
        JsonLd crumbs = StructuredData.Breadcrumbs(Taxonomy.Default, "kitchen-drinkware", c => c.Id == "kitchen-drinkware" ? null : "https://shop.example.com/" + c.Id);
        Assert.Empty(crumbs.Issues);
        JsonElement[] items = [.. Parse(crumbs).GetProperty("itemListElement").EnumerateArray()];
        Assert.Equal([(1, "Kitchen & dining"), (2, "Tableware"), (3, "Mugs, cups & glasses")], items.Select(i => (i.GetProperty("position").GetInt32(), i.GetProperty("name").GetString())));
        Assert.False(items[2].TryGetProperty("item", out _));
        Assert.Throws<ArgumentException>(() => StructuredData.Breadcrumbs(Taxonomy.Default, "moon", _ => null));
        Assert.Equal("missing_required", StructuredData.Breadcrumbs(Taxonomy.Default, "garden", _ => null).Issues[0].Code);
    }

    [Fact]
    public void The_site_its_search_and_its_questions_have_markup_too()
    {
        Assert.Equal(
            """{"@context":"https://schema.org","@type":"Organization","name":"Northfall","url":"https://shop.example.com","sameAs":["https://a.example/n","https://b.example/n"]}""",
            StructuredData.Organization("Northfall", "https://shop.example.com", null, "https://a.example/n", "https://b.example/n").ToJsonLd());
        JsonLd site = StructuredData.WebSite("Northfall", "https://shop.example.com", "https://shop.example.com/search?q={search_term_string}");
        Assert.Empty(site.Issues);
        Assert.Equal("required name=search_term_string", Parse(site).GetProperty("potentialAction").GetProperty("query-input").GetString());
        Assert.Single(StructuredData.WebSite("Northfall", "https://shop.example.com", "https://shop.example.com/search").Issues);
        JsonElement question = Parse(StructuredData.Questions([("Does it leak?", "No.")])).GetProperty("mainEntity")[0];
        Assert.Equal("No.", question.GetProperty("acceptedAnswer").GetProperty("text").GetString());
        Assert.Single(StructuredData.Questions([]).Issues);
        Assert.Equal(2, Parse(StructuredData.ItemList([("A", null), ("B", null)])).GetProperty("itemListElement").GetArrayLength());
    }

    [Fact]
    public void Page_feed_and_markup_show_the_same_price()
    {
        Product product = Shop.Product with { Variants = [Shop.Bottle with { Price = Money.Usd(5m), MarketPrices = [new MarketPrice(Money.Of(7.5m, Currency.Gbp), null, "GB")] }] };
        JsonElement offer = Parse(StructuredData.For(product, new StructuredDataOptions { Country = "GB" })).GetProperty("offers");
        Catalog.Feeds.FeedItem item = Catalog.Feeds.GoogleMerchantFeed.ToItem(new CatalogVariant(product, product.Variants[0]), Shop.Publish(product), new Catalog.Feeds.FeedOptions { Country = "GB" });
        Assert.Equal(item["price"].Single(), $"{offer.GetProperty("price").GetString()} {offer.GetProperty("priceCurrency").GetString()}");
    }

    private static JsonElement Parse(JsonLd markup) => JsonDocument.Parse(markup.ToJsonLd()).RootElement;
}
