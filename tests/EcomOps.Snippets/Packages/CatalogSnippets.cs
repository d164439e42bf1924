using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Markup;
using EcomOps.Catalog.Products;
using EcomOps.Core;

namespace EcomOps.Snippets.Packages;

public sealed class CatalogSnippets
{
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
