using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Products;
using EcomOps.Core;
using FsCheck.Xunit;

namespace EcomOps.Catalog.Tests.Feeds;

/// <summary>Rules beside the shared cases, each decided in the channel's specification.</summary>
public sealed class FeedProfileTests
{
    private static readonly FeedItem Complete = FeedItem.Of(
        ("id", "SKU-1001"), ("title", "Steel water bottle"), ("description", "Keeps drinks cold."), ("link", "https://shop.example.com/p/1001"),
        ("image_link", "https://cdn.example.com/i/1001.jpg"), ("availability", "in_stock"), ("price", "19.90 USD"), ("brand", "Northfall"), ("gtin", "4006381333931"));

    [Theory]
    [InlineData("price", "-5.00 USD", "out_of_range")]
    [InlineData("price", "5.00  USD", "invalid_format")]
    [InlineData("price", " 5.00 USD", "invalid_format")]
    [InlineData("price", "5. USD", "invalid_format")]
    [InlineData("price", ".5 USD", "invalid_format")]
    [InlineData("price", "1990 JPY", null)]
    [InlineData("price", "5.00 xyz", "unknown_currency")]
    [InlineData("price", "٥.00 USD", "invalid_format")]
    [InlineData("price", "99999999999999999999999999999999 USD", "invalid_format")]
    [InlineData("availability_date", "2026-02-29", "invalid_format")]
    [InlineData("availability_date", "2028-02-29", null)]
    [InlineData("availability_date", "2026-12-24T25:00Z", "invalid_format")]
    [InlineData("availability_date", "2026-12-24T10:00", "invalid_format")]
    [InlineData("availability_date", "2026-12-24T10:00:30-05:00", null)]
    [InlineData("availability_date", "0000-01-01", "invalid_format")]
    [InlineData("sale_price_effective_date", "2026-11-27/2026-11-27", "date_range_reversed")]
    [InlineData("sale_price_effective_date", "2026-11-27/2026-11-28/2026-11-29", "invalid_format")]
    [InlineData("product_weight", "-1 kg", "out_of_range")]
    [InlineData("product_weight", "0.00001 kg", "too_precise")]
    [InlineData("product_height", "3000 in", null)]
    [InlineData("product_height", "3000.0001 in", "out_of_range")]
    [InlineData("product_height", "99999999999999999999999999999999999 cm", "out_of_range")]
    [InlineData("product_height", "30 m", "invalid_format")]
    [InlineData("price", "5 XXX", "unknown_currency")]
    [InlineData("certification", "EC:EPREL:123456", null)]
    [InlineData("certification", "ec:EPREL:123456", "non_canonical_value")]
    [InlineData("certification", "EC:BLUE_ANGEL:1", "invalid_value")]
    [InlineData("subscription_cost", "month:12:19.90 USD", null)]
    [InlineData("subscription_cost", "day:12:19.90 USD", "invalid_value")]
    [InlineData("multipack", "0002", null)]
    [InlineData("multipack", "-7", "out_of_range")]
    [InlineData("multipack", "2.0", "invalid_format")]
    [InlineData("multipack", "100000000000000000000000", null)]
    [InlineData("link", "https://", "invalid_url")]
    [InlineData("link", "HTTPS://shop.example.com", null)]
    [InlineData("link", "https://shop.example.com/a\tb", "invalid_url")]
    [InlineData("availability", "Out of Stock", "non_canonical_value")]
    [InlineData("energy_efficiency_class", "a+", "non_canonical_value")]
    [InlineData("short_title", "Mug", "length_not_recommended")]
    [InlineData("short_title", "A mug", null)]
    [InlineData("title", "東京東京東京東京東京", null)]
    public void One_value_of_a_google_item(string attribute, string value, string? code)
    {
        FeedItem item = With(Complete, attribute, value);
        Assert.Equal(code is null ? [] : [$"{code} {attribute}"], FeedProfile.Google.Validate(item, "US").Select(i => $"{i.Code} {i.Attribute}"));
    }

    [Theory]
    [InlineData("description", "Fits 5 < 6 and 7 > 6", null)]
    [InlineData("description", "line <br/>", "html_not_allowed")]
    [InlineData("google_product_category", "436", null)]
    [InlineData("google_product_category", "Furniture > ", "category_too_general")]
    [InlineData("availability", "In Stock", "non_canonical_value")]
    [InlineData("availability", "mark as sold", "invalid_value")]
    [InlineData("quantity_to_sell_on_fb", "0", null)]
    public void One_value_of_a_meta_item(string attribute, string value, string? code)
    {
        FeedItem item = With(With(With(Complete, "availability", "in stock"), "condition", "new"), attribute, value);
        Assert.Equal(code is null ? [] : [$"{code} {attribute}"], FeedProfile.Meta.Validate(item, "US").Select(i => $"{i.Code} {i.Attribute}"));
    }

    [Fact]
    public void An_accessory_is_no_clothing_although_its_category_begins_alike()
    {
        FeedItem hat = With(With(With(With(Complete, "google_product_category", "Apparel & Accessories > Clothing Accessories > Hats"), "color", "red"), "gender", "unisex"), "age_group", "adult");
        Assert.Empty(FeedProfile.Google.Validate(hat, "US"));
    }

    [Fact]
    public void A_rule_does_not_run_over_what_could_not_be_read()
    {
        Assert.Equal(["invalid_value condition"], Codes(With(With(Complete, "brand", null), "condition", "mint")));
        Assert.Equal(["invalid_value identifier_exists"], Codes(With(With(With(Complete, "brand", null), "gtin", null), "identifier_exists", "perhaps")));
        Assert.Equal(["unknown_currency sale_price"], Codes(With(Complete, "sale_price", "99.00 ZZZ")));
    }

    [Fact]
    public void An_item_without_identifiers_that_has_a_gtin_contradicts_itself() =>
        Assert.Equal(["identifier_conflict identifier_exists"], Codes(With(Complete, "identifier_exists", "no")));

    [Fact]
    public void The_currency_of_a_sale_price_must_be_that_of_the_price() =>
        Assert.Equal(["currency_mismatch sale_price"], Codes(With(Complete, "sale_price", "9.00 EUR")));

    [Fact]
    public void A_gtin_that_lost_its_leading_zero_comes_with_a_suggestion_and_is_not_repaired()
    {
        FeedIssue issue = Assert.Single(FeedProfile.Google.Validate(With(Complete, "gtin", "36282818705"), "US"));
        Assert.Equal("gtin_length", issue.Code);
        Assert.Equal("36282818705", issue.Actual);
        Assert.Equal("036282818705", issue.Suggestion);
        Assert.Equal("SKU-1001", issue.ItemId);
    }

    [Fact]
    public void Images_of_clothing_need_more_pixels_on_google()
    {
        FeedItem shirt = FeedItem.Of(("google_product_category", "Apparel & Accessories > Jewelry"), ("image_link", "https://a.example/1.jpg"));
        FeedItem small = new(shirt.Names.Select(n => KeyValuePair.Create(n, shirt[n])), new ImageFile("jpeg", 249, 400, 1));
        FeedItem heavy = new(shirt.Names.Select(n => KeyValuePair.Create(n, shirt[n])), new ImageFile("WEBP", 250, 250, (16L * 1024 * 1024) + 1));
        Assert.Contains("image_too_small image_link", Codes(small, "SE"));
        Assert.Equal(["image_too_large image_link"], Codes(heavy, "SE").Where(c => c.StartsWith("image", StringComparison.Ordinal)));
    }

    [Property]
    public void Validating_twice_says_the_same(string attribute, string value)
    {
        FeedItem item = With(Complete, attribute ?? "title", value);
        Assert.Equal(FeedProfile.Google.Validate(item, "US"), FeedProfile.Google.Validate(item, "US"));
        Assert.Equal(FeedProfile.Meta.Validate(item, "US"), FeedProfile.Meta.Validate(item, "US"));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("title")]
    [InlineData("description")]
    [InlineData("link")]
    [InlineData("image_link")]
    [InlineData("availability")]
    [InlineData("price")]
    public void Without_a_required_attribute_exactly_that_is_reported(string attribute) =>
        Assert.Equal([$"missing_required {attribute}"], Codes(With(Complete, attribute, null)));

    [Property]
    public void No_text_makes_the_validator_fail(string text)
    {
        foreach (FeedAttribute attribute in FeedProfile.Google.Attributes)
        {
            Assert.NotNull(FeedProfile.Google.Validate(With(Complete, attribute.Name, text), "DE"));
        }
    }

    [Fact]
    public void Every_choice_that_a_profile_lists_is_accepted()
    {
        foreach (FeedProfile profile in (FeedProfile[])[FeedProfile.Google, FeedProfile.Meta])
        {
            foreach (FeedAttribute attribute in profile.Attributes.Where(a => a.Kind == FeedValueKind.Choice))
            {
                Assert.All(attribute.Values, v => Assert.DoesNotContain(profile.Validate(With(Complete, attribute.Name, v), "US"), i => i.Attribute == attribute.Name && i.Code is "invalid_value" or "non_canonical_value" && i.Attribute == attribute.Name));
            }
        }
    }

    private static IEnumerable<string> Codes(FeedItem item, string country = "US") => FeedProfile.Google.Validate(item, country).Select(i => $"{i.Code} {i.Attribute}");

    private static FeedItem With(FeedItem item, string attribute, string? value) => new(
    [
        .. item.Names.Where(n => n != attribute).Select(n => KeyValuePair.Create(n, item[n])),
        .. value is null ? Array.Empty<KeyValuePair<string, IReadOnlyList<string>>>() : [KeyValuePair.Create<string, IReadOnlyList<string>>(attribute, [value])],
    ]);
}
