using EcomOps.Catalog.Taxonomies;

namespace EcomOps.Catalog.Products;

/// <summary>The products that one channel gets in one locale.</summary>
/// <param name="Channel">Channel, for example <c>google</c>.</param>
/// <param name="Locale">Locale; null when the shop has one language.</param>
/// <param name="Taxonomy">The shop's taxonomy.</param>
/// <param name="Products">Published products, in the catalogue's order.</param>
public sealed record Publication(string Channel, string? Locale, Taxonomy Taxonomy, IReadOnlyList<Product> Products);
