using EcomOps.Catalog.Markup.Internal;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;

namespace EcomOps.Catalog.Markup;

/// <summary>Schema.org markup for the pages of a shop.</summary>
/// <remarks>
/// Prices are texts in invariant form with the currency's own decimals; dates are ISO 8601; the identifier's property follows from its
/// length (<c>gtin8</c>, <c>gtin12</c>, <c>gtin13</c>, <c>gtin14</c>). A GTIN or link that is not usable is left out. Pure and thread-safe.
/// Source: Schema.org vocabulary 30.0; Google's guide to product structured data.
/// </remarks>
public static class StructuredData
{
    /// <summary>A product's page: <c>Product</c> with its offer, or <c>ProductGroup</c> with the variants when there are several.</summary>
    /// <param name="product">Product.</param>
    /// <param name="options">Locale, country and time; null for the defaults.</param>
    /// <returns>The markup.</returns>
    public static JsonLd For(Product product, StructuredDataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(product);
        return new ProductMarkup(product, options ?? new StructuredDataOptions()).Page();
    }

    /// <summary>The page of one variant: a <c>Product</c> that says which group it belongs to.</summary>
    /// <param name="variant">Variant and product.</param>
    /// <param name="options">Locale, country and time; null for the defaults.</param>
    /// <returns>The markup.</returns>
    public static JsonLd For(CatalogVariant variant, StructuredDataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return new ProductMarkup(variant.Product, options ?? new StructuredDataOptions()).Page(variant.Variant);
    }

    /// <summary>The way to a category, as the page shows it above the title.</summary>
    /// <param name="taxonomy">Taxonomy.</param>
    /// <param name="categoryId">Category of the page.</param>
    /// <param name="link">Address of a category's page.</param>
    /// <returns><c>BreadcrumbList</c> from the root to the category.</returns>
    /// <exception cref="ArgumentException">There is no such category.</exception>
    public static JsonLd Breadcrumbs(Taxonomy taxonomy, string categoryId, Func<Category, string?> link)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        ArgumentNullException.ThrowIfNull(link);
        return taxonomy.LineageOf(categoryId) is { Count: > 0 } line
            ? SiteMarkup.List("BreadcrumbList", line.Select(c => (c.Name, link(c))), 2)
            : throw new ArgumentException($"There is no category '{categoryId}'.", nameof(categoryId));
    }

    /// <summary>A list of pages, for example a category's products.</summary>
    /// <param name="entries">Name and address of each.</param>
    /// <returns><c>ItemList</c>.</returns>
    public static JsonLd ItemList(IEnumerable<(string Name, string? Link)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return SiteMarkup.List("ItemList", entries, 1);
    }

    /// <summary>The shop.</summary>
    /// <param name="name">Name.</param>
    /// <param name="link">Home page.</param>
    /// <param name="logo">Address of the logo, or null.</param>
    /// <param name="profiles">Addresses of the shop's profiles elsewhere.</param>
    /// <returns><c>Organization</c>.</returns>
    public static JsonLd Organization(string name, string link, string? logo = null, params IReadOnlyList<string> profiles)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(link);
        return SiteMarkup.Organization(name, link, logo, profiles);
    }

    /// <summary>The site and its search.</summary>
    /// <param name="name">Name.</param>
    /// <param name="link">Home page.</param>
    /// <param name="searchTemplate">Address of the search with <c>{search_term_string}</c> in it, or null.</param>
    /// <returns><c>WebSite</c>.</returns>
    public static JsonLd WebSite(string name, string link, string? searchTemplate = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(link);
        return SiteMarkup.WebSite(name, link, searchTemplate);
    }

    /// <summary>Questions and answers.</summary>
    /// <param name="questions">Question and answer; the answer may hold simple HTML.</param>
    /// <returns><c>FAQPage</c>.</returns>
    public static JsonLd Questions(IEnumerable<(string Question, string Answer)> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return SiteMarkup.Questions(questions);
    }
}
