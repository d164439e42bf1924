using EcomOps.Catalog.Products;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Catalog.Classification;

/// <summary>A catalogue after classification.</summary>
/// <param name="Rules">Id, version and hash of the rules that decided.</param>
/// <param name="Catalog">The catalogue with the places.</param>
/// <param name="Unclassified">Products that no rule put anywhere, in the catalogue's order.</param>
/// <param name="ProductsByCategory">Number of products in each category that got any, by id.</param>
/// <param name="ProductsByRule">Number of products that each rule placed, by rule id; rules that placed none stand there with 0.</param>
/// <param name="Issues">Products for which the rules failed.</param>
public sealed record ClassificationReport(
    RuleSetIdentity Rules,
    ProductCatalog Catalog,
    IReadOnlyList<Product> Unclassified,
    IReadOnlyDictionary<string, int> ProductsByCategory,
    IReadOnlyDictionary<string, int> ProductsByRule,
    IReadOnlyList<Issue> Issues)
{
    /// <summary>Share of the products that have a place, 0 to 1; 1 for an empty catalogue.</summary>
    public decimal Coverage => Catalog.Products.Count == 0 ? 1 : (decimal)ProductsByCategory.Values.Sum() / Catalog.Products.Count;
}
