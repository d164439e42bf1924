using System.Text;
using EcomOps.Catalog.Documents;
using EcomOps.Catalog.Products;
using EcomOps.Core;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Catalog.Tests.Documents;

public sealed class CatalogDocumentTests
{
    private const string Shirt = """
        {
          "id": "P-2", "title": { "en": "Linen shirt", "de": "Leinenhemd", "google/en": "Linen shirt for men" }, "description": "Cut wide.",
          "brand": "Northfall", "link": "https://shop.example.com/p/2", "category": "apparel-clothing", "otherCategories": ["party"],
          "optionAxes": ["size"], "tags": ["summer"], "condition": "new", "status": "published", "digital": false,
          "images": ["https://cdn.example.com/1.jpg", { "link": "https://cdn.example.com/2.jpg", "role": "gallery", "alt": { "en": "From behind" }, "file": { "format": "JPEG", "width": 1200, "height": 900, "bytes": 123456, "sha256": "ab" } }],
          "attributes": { "material": "linen", "threads": 40, "washable": true, "highlights": ["soft", "light"], "length": { "value": 72.5, "unit": "cm" }, "list_price": { "amount": "59.00 EUR" }, "released": { "date": "2026-03-01" }, "care": { "de": "30 Grad", "*": "30 degrees" } },
          "rating": { "average": 4.5, "count": 12, "reviews": 3, "best": 5, "worst": 1 },
          "variants": [
            { "sku": "SHIRT-M", "gtin": "4006381333931", "mpn": "LS-1", "options": { "size": "M" }, "price": "49.00 EUR", "sale": { "price": "39.00 EUR", "from": "2026-06-01", "until": "2026-07-01T00:00:00+02:00" },
              "prices": [{ "price": "45.00 GBP", "country": "GB", "channel": "google" }], "availability": "preorder", "availableFrom": "2026-05-01T08:00Z", "weight": "0.3 kg", "dimensions": "30 x 20 x 2.5 cm" },
            { "sku": "SHIRT-L", "options": { "size": "L" }, "price": "49 EUR", "identifierExists": false, "title": "Linen shirt L", "link": "https://shop.example.com/p/2?l", "images": [], "attributes": { "material": "linen and silk" } }
          ]
        }
        """;

    [Fact]
    public void Every_member_is_read()
    {
        CatalogReading reading = CatalogDocument.Read(Shirt);
        Assert.Empty(reading.Issues);
        Product shirt = Assert.Single(reading.Products);
        Assert.Empty(ProductCatalog.Of(reading.Products).Issues);
        Variant medium = shirt.Variants[0];
        Assert.Equal("Linen shirt for men - M", shirt.TitleOf(medium, "google", "en"));
        Assert.Equal("Leinenhemd - M", shirt.TitleOf(medium, "google", "de"));
        Assert.Equal(new SalePrice(Money.Eur(39m), Instant.FromUtc(2026, 6, 1, 0, 0), Instant.FromUtc(2026, 6, 30, 22, 0)), medium.Price?.Sale);
        Assert.Equal(Money.Gbp(45m), medium.PriceIn("google", "GB")?.Regular);
        Assert.Equal((Availability.PreOrder, Instant.FromUtc(2026, 5, 1, 8, 0)), (medium.Availability, medium.AvailableFrom));
        Assert.Equal((Weight.Grams(300), Dimensions.Centimetres(30, 20, 2.5m)), (medium.Weight, medium.Dimensions));
        Assert.Equal(
            ["linen", "40", "yes", "soft, light", "72.5 cm", "59.00 EUR", "2026-03-01", "30 degrees"],
            shirt.Attributes.Keys.Select(code => shirt.Attribute(code, medium, "google", "en")!.ToString()));
        Assert.Equal("linen and silk", shirt.Attribute("material", shirt.Variants[1])?.ToString());
        Assert.Equal("30 Grad", shirt.Attribute("care", null, null, "de")?.ToString());
        Assert.Equal(new ImageFile("JPEG", 1200, 900, 123456, "ab"), shirt.Images[1].File);
        Assert.Equal(new ProductRating(4.5m, 12, 3), shirt.Rating);
        Assert.False(shirt.Variants[1].IdentifierExists);
    }

    [Fact]
    public void A_product_with_problems_is_rejected_with_all_of_them_and_reading_goes_on()
    {
        const string Json = """
            { "products": [
              { "id": 7, "titel": "x", "variants": [{ "sku": " a", "price": "19,90", "weight": "3 stone", "availability": "maybe", "availableFrom": "soon", "colour": 1, "options": { "size": 3 }, "prices": [{ "price": "5 EUR", "country": "uk" }] }],
                "images": [4], "attributes": { "a": null, "b": [1] }, "tags": "x" },
              "text",
              { "id": "ok", "title": "Mug", "variants": [{ "sku": "MUG" }] }
            ] }
            """;
        CatalogReading reading = CatalogDocument.Read(Json);
        Assert.Equal((3, 2, "ok"), (reading.Read, reading.Rejected, reading.Products.Single().Id));
        string[] expected =
        [
            "products[0].id wrong_type", "products[0].title missing_member", "products[0].titel unknown_member",
            "products[0].variants[0].sku invalid_value", "products[0].variants[0].price invalid_value", "products[0].variants[0].weight invalid_value",
            "products[0].variants[0].availability invalid_value", "products[0].variants[0].availableFrom invalid_value", "products[0].variants[0].colour unknown_member",
            "products[0].variants[0].options.size wrong_type", "products[0].variants[0].prices[0].country invalid_value",
            "products[0].images[0] wrong_type", "products[0].images[0].link missing_member", "products[0].attributes.b wrong_type", "products[0].tags wrong_type",
            "products[1] wrong_type", "products[1].id missing_member", "products[1].title missing_member", "products[1].variants missing_member",
        ];
        Assert.Equal(expected.Order(), reading.Issues.Select(i => $"{i.Path} {i.Code}").Order());
    }

    [Fact]
    public void A_sale_needs_a_regular_price() =>
        Assert.Equal("products[0].variants[0].sale", Assert.Single(CatalogDocument.Read("""[{ "id": "a", "title": "b", "variants": [{ "sku": "c", "sale": { "price": "5 EUR" } }] }]""").Issues).Path);

    [Fact]
    public void One_product_a_line_is_read_and_a_bad_line_is_named()
    {
        CatalogReading reading = CatalogDocument.Read(
            "{\"id\":\"a\",\"title\":\"A\",\"variants\":[{\"sku\":\"A\"}]}\n\n{\"id\":\n{\"id\":\"b\",\"title\":\"B\",\"variants\":[{\"sku\":\"B\"}],\"x\":1}\n");
        Assert.Equal((3, 2), (reading.Read, reading.Rejected));
        Assert.Equal(["line 3 invalid_json", "line 4.x unknown_member"], reading.Issues.Select(i => $"{i.Path} {i.Code}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("products")]
    [InlineData("[{},\n{\"id\": }]")]
    public void What_is_no_json_is_one_problem(string text)
    {
        CatalogReading reading = CatalogDocument.Read(text);
        Assert.Equal("invalid_json", Assert.Single(reading.Issues).Code);
        Assert.Empty(reading.Products);
    }

    [Fact]
    public void Nesting_beyond_reason_is_refused() => Assert.Equal("invalid_json", CatalogDocument.Read(new string('[', 100_000)).Issues[0].Code);

    [Property]
    public void No_text_makes_the_reader_fail(string text) => Assert.NotNull(CatalogDocument.Read(text ?? string.Empty));

    [Fact]
    public async Task A_stream_is_read_as_utf8_with_or_without_a_mark()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("""[{ "id": "ä", "title": "Öl", "variants": [{ "sku": "Ü" }] }]""")];
        using MemoryStream stream = new(bytes);
        Assert.Equal("ä", (await CatalogDocument.ReadAsync(stream)).Products.Single().Id);
    }
}
