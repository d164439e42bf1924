using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Enrichment;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Markup;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Snippets.Packages;

public sealed class CatalogSnippets
{
    [Fact]
    public async Task From_products_to_a_feed()
    {
        string folder = Directory.CreateTempSubdirectory("catalog").FullName;
        string path = Path.Combine(folder, "google.xml");
        Instant now = Instant.FromUtc(2026, 11, 27, 12, 0);
        Dictionary<Sku, Money?> revenue = new() { ["MUG-1"] = Money.Gbp(1250m) };
        Product mug = new()
        {
            Id = "MUG",
            Title = "Polkadot mug, dishwasher safe",
            Link = "https://shop.example.com/mug",
            Images = [new ProductImage("https://cdn.example.com/mug.jpg")],
            Variants = [new Variant { Sku = "MUG-1", Price = Money.Gbp(6.50m), Gtin = "36282818705" }],
        };
        #region CatalogFeed
        ProductCatalog catalog = ProductCatalog.Of([mug], Taxonomy.Default);                    // keeps everything; catalog.Issues says what is wrong
        ClassificationReport placed = ProductClassifier.Default.Classify(catalog, now);         // placed.Unclassified: what no rule knows

        Publication publication = placed.Catalog.Published("google", "en-GB");
        FeedOptions options = new() { Country = "GB", Revenue = sku => revenue.GetValueOrDefault(sku) };
        FeedResult feed = await GoogleMerchantFeed.WriteAsync(publication, path, options);      // RSS 2.0, whole or not at all
        foreach (FeedIssue issue in feed.Issues) Console.WriteLine($"{issue.RevenueAtStake} {issue.ItemId} {issue}");

        string script = StructuredData.For(placed.Catalog.Products[0]).ToScript();              // JSON-LD that no text can break out of
        EnrichmentReport content = EnrichmentStandard.Default.Audit(placed.Catalog, now);       // content.MissingByAttribute, content.Score
        #endregion
        Assert.Equal("kitchen-drinkware", placed.Catalog.Products[0].CategoryId);
        Assert.Equal(["brand", "description", "gtin"], feed.Issues.Select(i => i.Attribute));
        Assert.All(feed.Issues, i => Assert.Equal(Money.Gbp(1250m), i.RevenueAtStake));
        Assert.Contains("\"price\":\"6.50\"", script, StringComparison.Ordinal);
        Assert.Contains(content.MissingByAttribute, m => m.Key == "weight");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_product_its_markup_and_its_feed()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("catalog").FullName, "google.xml");
        #region Catalog
        Product bottle = new()
        {
            Id = "bottle-750",
            Title = "Steel water bottle 750 ml",
            Description = "Double-wall bottle made of stainless steel.",
            Brand = "Northfall",
            Link = "https://shop.example.com/p/bottle-750",
            Images = [new ProductImage("https://cdn.example.com/i/bottle-750.jpg")],
            Variants = [new Variant { Sku = "BOTTLE-750", Gtin = "4006381333931", Price = Money.Eur(19.90m) }],
        };
        string markup = StructuredData.For(bottle).ToJsonLd();                                    // Schema.org, safe inside a script element
        FeedResult feed = await GoogleMerchantFeed.WriteAsync(ProductCatalog.Of([bottle]).Published("google"), path);
        foreach (FeedIssue issue in feed.Issues)                                                  // what costs the most revenue first
        {
            Console.WriteLine(issue);
        }
        #endregion
        Assert.Contains("\"@type\":\"Product\"", markup.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, feed.Items);
        Assert.True(File.Exists(path));
    }
}
