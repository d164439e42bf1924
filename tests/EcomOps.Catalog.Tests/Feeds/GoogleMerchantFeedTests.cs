using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Tests.Feeds;

public sealed class GoogleMerchantFeedTests
{
    [Fact]
    public async Task A_product_becomes_an_item_with_the_attributes_it_has()
    {
        Product product = Shop.Product with
        {
            CategoryId = "sports-bottles",
            Images = [new ProductImage("https://cdn.example.com/1.jpg"), new ProductImage("https://cdn.example.com/2.jpg", ImageRole.Gallery)],
            Attributes = new Dictionary<string, Scoped<AttributeValue>> { ["colour"] = (AttributeValue)"steel", ["colour_code"] = (AttributeValue)"7011" },
            Variants = [Shop.Bottle with { Weight = Weight.Grams(312.5m), Dimensions = Dimensions.Centimetres(7, 7, 26.5m) }],
        };
        (string text, FeedResult result) = await FeedText.GoogleAsync(ProductCatalog.Of([product], Taxonomy.Default).Published("google"));
        Assert.Empty(result.Issues);
        Dictionary<string, string> expected = new()
        {
            ["id"] = "SKU-1001",
            ["title"] = "Steel water bottle 750 ml",
            ["description"] = "Double-wall bottle made of stainless steel.",
            ["link"] = "https://shop.example.com/p/1001",
            ["image_link"] = "https://cdn.example.com/1.jpg",
            ["additional_image_link"] = "https://cdn.example.com/2.jpg",
            ["availability"] = "in_stock",
            ["price"] = "19.90 USD",
            ["brand"] = "Northfall",
            ["gtin"] = "4006381333931",
            ["condition"] = "new",
            ["google_product_category"] = "Home & Garden > Kitchen & Dining > Food & Beverage Carriers",
            ["product_type"] = "Sports & outdoor > Bottles & flasks",
            ["color"] = "steel",
            ["product_weight"] = "312.5 g",
            ["product_length"] = "7 cm",
            ["product_width"] = "7 cm",
            ["product_height"] = "26.5 cm",
        };
        Assert.Equal(expected, FeedText.Items(text).Single().ToDictionary(a => a.Key, a => a.Single()));
    }

    [Fact]
    public async Task Variants_become_items_of_one_group()
    {
        (string text, FeedResult result) = await FeedText.GoogleAsync(Shop.Publish(Shop.Shirt), new FeedOptions { Country = "DE" });
        Assert.Equal((2, 0), (result.Written, result.Excluded));
        Assert.Empty(result.Issues);
        Assert.Equal(["P-2", "P-2"], FeedText.Items(text).Select(i => i["item_group_id"].Single()));
        Assert.Equal(["M", "L"], FeedText.Items(text).Select(i => i["size"].Single()));
        Assert.Equal(["Linen shirt - blue, M", "Linen shirt - blue, L"], FeedText.Items(text).Select(i => i["title"].Single()));
    }

    [Fact]
    public async Task An_item_that_google_would_refuse_is_left_out_counted_and_reported()
    {
        Product broken = Shop.Product with { Id = "P-3", Description = null, Variants = [Shop.Bottle with { Sku = "BAD", Gtin = null, Mpn = "M" }] };
        (string text, FeedResult result) = await FeedText.GoogleAsync(Shop.Publish(Shop.Product, broken));
        Assert.Equal((1, 1, 2), (result.Written, result.Excluded, result.Items));
        Assert.Equal("error description: Every item needs 'description'. (missing_required)", Assert.Single(result.Issues).ToString());
        Assert.Equal(["SKU-1001"], FeedText.Items(text).Select(i => i["id"].Single()));

        (text, result) = await FeedText.GoogleAsync(Shop.Publish(Shop.Product, broken), new FeedOptions { WriteRefusedItems = true });
        Assert.Equal((2, 0), (result.Written, result.Excluded));
        Assert.Equal(2, FeedText.Items(text).Count);
    }

    [Fact]
    public void The_report_begins_with_what_most_revenue_hangs_on()
    {
        Product Make(string sku, string title, string? gtin) => Shop.Product with { Id = sku, Title = title, Variants = [Shop.Bottle with { Sku = sku, Gtin = gtin }] };
        Publication publication = Shop.Publish(Make("A", "A", "123"), Make("B", "B", "N/A"), Make("C", "LOUD AND CLEAR", null), Make("D", "D", "123"));
        Dictionary<Sku, Money> revenue = new() { ["A"] = Money.Usd(10), ["B"] = Money.Usd(500), ["C"] = Money.Usd(9000) };
        FeedResult result = GoogleMerchantFeed.Check(publication, new FeedOptions { Revenue = sku => revenue.TryGetValue(sku, out Money value) ? value : null });
        Assert.Equal(
            ["B gtin_not_digits", "A gtin_length", "D gtin_length", "C missing_conditional", "C text_all_caps"],
            result.Issues.Select(i => $"{i.ItemId} {i.Code}"));
        FeedFinding length = result.Findings().Single(f => f.Code == "gtin_length");
        Assert.Equal((2, Money.Usd(10)), (length.Items, length.RevenueAtStake!.Value));
        Assert.Equal("gtin_not_digits", result.Findings()[0].Code);
    }

    [Fact]
    public void Ids_that_come_twice_and_variants_that_nothing_sets_apart_are_found_over_the_whole_feed()
    {
        Product twice = Shop.Product with { Id = "P-9" };
        Product same = Shop.Shirt with { Variants = [.. Shop.Shirt.Variants.Select(v => v with { Options = new Dictionary<string, string> { ["color"] = "blue", ["size"] = "M" } })] };
        FeedResult result = GoogleMerchantFeed.Check(Shop.Publish(Shop.Product, twice, same));
        Assert.Equal(["SKU-1001 duplicate_id Error", "SHIRT-B-L variant_not_distinct Warning"], result.Issues.Select(i => $"{i.ItemId} {i.Code} {i.Severity}"));
        Assert.Equal((3, 1), (result.Written, result.Excluded));
    }

    [Fact]
    public void A_sale_is_exported_with_its_window_or_while_it_is_in_force()
    {
        Instant from = Instant.FromUtc(2026, 11, 27, 0, 0), until = Instant.FromUtc(2026, 11, 30, 22, 30);
        Assert.Equal(
            ("15.00 USD", "2026-11-27T00:00:00Z/2026-11-30T22:30:00Z"),
            Sale(new SalePrice(Money.Usd(15), from, until), null));
        Assert.Equal(("15.00 USD", null), Sale(new SalePrice(Money.Usd(15)), null));
        Assert.Equal((null, null), Sale(new SalePrice(Money.Usd(15), from), null));
        Assert.Equal((null, null), Sale(new SalePrice(Money.Usd(15), from), from - Duration.FromSeconds(1)));
        Assert.Equal(("15.00 USD", null), Sale(new SalePrice(Money.Usd(15), from), from));
    }

    [Theory]
    [InlineData(Availability.Limited, "in_stock", "in stock")]
    [InlineData(Availability.OutOfStock, "out_of_stock", "out of stock")]
    [InlineData(Availability.Discontinued, "out_of_stock", "discontinued")]
    [InlineData(Availability.PreOrder, "preorder", "preorder")]
    [InlineData(Availability.BackOrder, "backorder", "available for order")]
    [InlineData(Availability.InStoreOnly, "out_of_stock", "out of stock")]
    public void Each_channel_has_its_own_words_for_availability(Availability availability, string google, string meta)
    {
        Product product = Shop.Product with { Variants = [Shop.Bottle with { Availability = availability, AvailableFrom = Instant.FromUtc(2027, 1, 1, 0, 0) }] };
        CatalogVariant variant = new(product, product.Variants[0]);
        Assert.Equal([google], GoogleMerchantFeed.ToItem(variant, Shop.Publish(product))["availability"]);
        Assert.Equal([meta], MetaCatalogFeed.ToItem(variant, Shop.Publish(product))["availability"]);
        bool dated = availability is Availability.PreOrder or Availability.BackOrder;
        Assert.Equal(dated ? ["2027-01-01T00:00:00Z"] : [], GoogleMerchantFeed.ToItem(variant, Shop.Publish(product))["availability_date"]);
    }

    [Fact]
    public async Task Texts_come_in_the_publications_language()
    {
        Product product = Shop.Product with { Title = Scoped.ByLocale(("de", "Trinkflasche"), ("en", "Bottle")) };
        (string text, _) = await FeedText.GoogleAsync(Shop.Catalog(product).Published("google", "de"));
        Assert.Equal("Trinkflasche", FeedText.Items(text).Single()["title"].Single());
        FeedResult french = GoogleMerchantFeed.Check(Shop.Catalog(product).Published("google", "fr"));
        Assert.Equal("title", Assert.Single(french.Issues).Attribute);
    }

    [Fact]
    public async Task The_file_appears_whole_or_not_at_all()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "google.xml");
            using CancellationTokenSource cancelled = new();
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GoogleMerchantFeed.WriteAsync(Shop.Publish(Shop.Product), path, null, cancelled.Token));
            Assert.Empty(Directory.GetFiles(folder));
            await GoogleMerchantFeed.WriteAsync(Shop.Publish(Shop.Product), path);
            Assert.Single(FeedText.Items(await File.ReadAllTextAsync(path)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (string? Price, string? Window) Sale(SalePrice sale, Instant? at)
    {
        Product product = Shop.Product with { Variants = [Shop.Bottle with { Price = new Price(Money.Usd(20), sale) }] };
        FeedItem item = GoogleMerchantFeed.ToItem(new CatalogVariant(product, product.Variants[0]), Shop.Publish(product), new FeedOptions { At = at });
        return (item["sale_price"].SingleOrDefault(), item["sale_price_effective_date"].SingleOrDefault());
    }
}
