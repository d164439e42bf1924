using System.Text;
using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Facts;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Markup;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Products from the history, their places by rules, feed with validation, structured data.</summary>
internal static class CatalogueStep
{
    /// <summary>Compiles the rules in force; every problem of the text in one exception.</summary>
    internal static RuleSet Compile(string? rules) =>
        RuleSet.Parse(rules ?? ProductClassifier.DefaultRules, CatalogFacts.Vocabulary, new RuleSetOptions { Name = "classification.rules.yaml" }).Require();

    internal static async Task<CatalogueResults> RunAsync(ShopHistory history, StoreSettings settings, RuleSet rules, SalesSummary sales, StockResults stock, CancellationToken cancellationToken)
    {
        Instant at = history.Until.AtStartOfDayInZone(history.Zone).ToInstant();
        ProductCatalog source = ProductCatalog.Of(CatalogueProducts.Of(history, settings, stock), null);
        ClassificationReport classified = new ProductClassifier(rules, Taxonomy.Default).Classify(source, at);
        Publication publication = classified.Catalog.Published(FeedProfile.Google.Channel);
        var revenue = sales.Products.ToDictionary(p => p.Sku, p => p.Net);
        CountryCode country = CountryOf(history);
        using var feed = new MemoryStream();
        FeedResult result = await GoogleMerchantFeed.WriteAsync(publication, feed, new FeedOptions
        {
            Country = country,
            Title = settings.Name,
            Link = settings.BaseUrl?.ToString() ?? string.Empty,
            Description = $"Products of {settings.Name}",
            At = at,
            Revenue = sku => revenue.TryGetValue(sku, out Money net) ? net : null,
        }, cancellationToken).ConfigureAwait(false);
        (byte[] lines, int complete, Dictionary<string, int> gaps) = Markup(classified.Catalog, at, settings, cancellationToken);
        return new(rules, classified, classified.Catalog, Presence(classified.Catalog), result, country, feed.ToArray(), lines, complete, gaps);
    }

    private static (byte[] Lines, int Complete, Dictionary<string, int> Gaps) Markup(ProductCatalog catalog, Instant at, StoreSettings settings, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var gaps = new Dictionary<string, int>(StringComparer.Ordinal);
        int complete = 0;
        var options = new StructuredDataOptions { At = at, Seller = settings.Name, Taxonomy = catalog.Taxonomy };
        foreach (Product product in catalog.Products)
        {
            cancellationToken.ThrowIfCancellationRequested();
            JsonLd markup = StructuredData.For(product, options);
            text.Append(markup.ToJsonLd()).Append('\n');
            complete += markup.Issues.All(i => i.Severity != Severity.Error) ? 1 : 0;
            foreach (string path in markup.Issues.Select(i => i.Path).Distinct(StringComparer.Ordinal))
            {
                gaps[path] = gaps.GetValueOrDefault(path) + 1;
            }
        }

        return (Encoding.UTF8.GetBytes(text.ToString()), complete, gaps);
    }

    private static IReadOnlyList<AttributePresence> Presence(ProductCatalog catalog)
    {
        CatalogVariant[] variants = [.. catalog.Variants];
        AttributePresence Of(string attribute, Func<CatalogVariant, bool> present) => new(attribute, variants.Count(present), variants.Length);
        return
        [
            Of("title", v => v.Product.TitleOf(v.Variant) is not null),
            Of("category", v => v.Product.CategoryId is not null),
            Of("price", v => v.Variant.Price is not null),
            Of("description", v => v.Product.Description is not null),
            Of("brand", v => v.Product.Brand is not null),
            Of("image", v => v.Product.ImagesOf(v.Variant).Count > 0),
            Of("gtin", v => v.Variant.Gtin is not null),
            Of("weight", v => v.Variant.Weight is not null),
            Of("link", v => (v.Variant.Link ?? v.Product.Link) is not null),
        ];
    }

    private static CountryCode CountryOf(ShopHistory history) =>
        history.Orders.Select(o => o.Country).OfType<CountryCode>().GroupBy(c => c.Value, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First()).FirstOrDefault(new CountryCode("GB"));
}
