using System.Diagnostics;
using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Catalog;

/// <summary>10,000 products: checked, classified by the default rules, and written as a Google feed.</summary>
public sealed class CatalogGate : IGate
{
    private const int Count = 10_000;

    private static readonly string[] Goods = ["polkadot mug", "hanging heart t-light holder", "linen shirt", "alarm clock", "crystal drop earrings", "wall planter", "postage", "birthday card", "lunch bag", "gizmo"];

    /// <inheritdoc />
    public string Name => "catalog/10000-products";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        Product[] products = [.. Enumerable.Range(0, Count).Select(Make)];
        (double check, double classify, double feed) best = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            ProductCatalog catalog = ProductCatalog.Of(products, Taxonomy.Default);
            double check = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            ClassificationReport placed = ProductClassifier.Default.Classify(catalog, Instant.FromUtc(2026, 11, 24, 0, 0));
            double classify = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            FeedResult feed = GoogleMerchantFeed.WriteAsync(placed.Catalog.Published("google"), Stream.Null).GetAwaiter().GetResult();
            double write = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (feed.Written != Count || placed.Unclassified.Count != Count / 5)
            {
                throw new InvalidOperationException($"{feed.Written} written, {placed.Unclassified.Count} unclassified.");
            }

            best = (Math.Min(best.check, check), Math.Min(best.classify, classify), Math.Min(best.feed, write));
        }

        yield return GateResult.AtMost(Name + "/check", best.check, "ms", 100);
        yield return GateResult.AtMost(Name + "/classify", best.classify, "ms", 400);
        yield return GateResult.AtMost(Name + "/google-feed", best.feed, "ms", 500);
    }

    private static Product Make(int i)
    {
        string body = $"400{i:D9}";
        return new Product
        {
            Id = $"P{i}",
            Title = $"Retro {Goods[i % Goods.Length]} no. {i}",
            Description = "A thing of beauty that is a joy for ever, in a box of recycled board with a ribbon round it.",
            Brand = "Northfall",
            Link = $"https://shop.example.com/p/{i}",
            Images = [new ProductImage($"https://cdn.example.com/{i}.jpg")],
            Attributes = new Dictionary<string, Scoped<AttributeValue>> { ["color"] = (AttributeValue)"red", ["gender"] = (AttributeValue)"unisex", ["age_group"] = (AttributeValue)"adult", ["size"] = (AttributeValue)"M" },
            Variants = [new Variant { Sku = $"S{i}", Gtin = body + Gtin.CheckDigit(body), Price = Money.Usd((i % 5000) + 0.99m) }],
        };
    }
}
