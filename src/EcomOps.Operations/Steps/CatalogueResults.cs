using EcomOps.Catalog.Classification;
using EcomOps.Catalog.Feeds;
using EcomOps.Catalog.Products;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Operations.Steps;

/// <summary>How many variants hold a value.</summary>
internal sealed record AttributePresence(string Attribute, int Present, int Variants);

/// <summary>The catalogue with its places, feed and structured data.</summary>
internal sealed record CatalogueResults(
    RuleSet Rules,
    ClassificationReport Classification,
    ProductCatalog Catalog,
    IReadOnlyList<AttributePresence> Presence,
    FeedResult Feed,
    CountryCode FeedCountry,
    ReadOnlyMemory<byte> FeedFile,
    ReadOnlyMemory<byte> StructuredData,
    int StructuredComplete,
    IReadOnlyDictionary<string, int> StructuredGaps);
