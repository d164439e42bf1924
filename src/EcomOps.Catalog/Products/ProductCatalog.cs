using EcomOps.Catalog.Products.Internal;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;

namespace EcomOps.Catalog.Products;

/// <summary>A shop's products with everything that is wrong with them.</summary>
/// <remarks>
/// Nothing is dropped: a product with issues stays, so that it can be mended, and each channel decides what it accepts. Immutable and
/// thread-safe. Codes: <c>duplicate_product_id</c>, <c>missing_id</c>, <c>missing_title</c>, <c>missing_description</c>,
/// <c>missing_variant</c>, <c>missing_image</c>, <c>unknown_category</c>, <c>duplicate_axis</c>, <c>invalid_url</c>,
/// <c>rating_out_of_range</c> for products; <c>missing_sku</c>, <c>duplicate_sku</c>, <c>duplicate_gtin</c>, <c>gtin_*</c>,
/// <c>missing_price</c>, <c>price_not_positive</c>, <c>price_too_precise</c>, <c>sale_price_above_price</c>, <c>currency_mismatch</c>,
/// <c>sale_window_reversed</c>, <c>missing_option</c>, <c>unknown_option</c>, <c>variant_not_distinct</c> for variants.
/// </remarks>
public sealed class ProductCatalog
{
    private readonly Dictionary<string, Product> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<Sku, CatalogVariant> _bySku = [];

    private ProductCatalog(IReadOnlyList<Product> products, Taxonomy taxonomy, IReadOnlyList<Issue> issues)
    {
        Products = products;
        Taxonomy = taxonomy;
        Issues = issues;
        foreach (Product product in products)
        {
            _byId.TryAdd(product.Id, product);
            foreach (Variant variant in product.Variants)
            {
                _bySku.TryAdd(variant.Sku, new CatalogVariant(product, variant));
            }
        }
    }

    /// <summary>All products, in the order given.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>The shop's taxonomy.</summary>
    public Taxonomy Taxonomy { get; }

    /// <summary>Everything that is wrong, in the order of the products.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>Each variant with its product, in order; a SKU that comes twice stands there twice.</summary>
    public IEnumerable<CatalogVariant> Variants => Products.SelectMany(p => p.Variants.Select(v => new CatalogVariant(p, v)));

    /// <summary>Products without a place in the taxonomy, or with an unknown one.</summary>
    public IEnumerable<Product> Unclassified => Products.Where(p => !Taxonomy.TryFind(p.CategoryId, out _));

    /// <summary>Takes products and checks them.</summary>
    /// <param name="products">Products.</param>
    /// <param name="taxonomy">The shop's taxonomy; null for none, then places are not checked.</param>
    /// <returns>The catalogue.</returns>
    public static ProductCatalog Of(IEnumerable<Product> products, Taxonomy? taxonomy = null)
    {
        ArgumentNullException.ThrowIfNull(products);
        Product[] all = [.. products];
        return new ProductCatalog(all, taxonomy ?? Taxonomy.Empty, CatalogValidation.Check(all, taxonomy));
    }

    /// <summary>Finds a product.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The first product with the id, or null.</returns>
    public Product? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _byId.GetValueOrDefault(id);
    }

    /// <summary>Finds a variant.</summary>
    /// <param name="sku">Its code.</param>
    /// <returns>The first variant with the code, or null.</returns>
    public CatalogVariant? Find(Sku sku) => _bySku.GetValueOrDefault(sku);

    /// <summary>What a channel gets in a locale: the published products. What lacks a value there is reported by the feed.</summary>
    /// <param name="channel">Channel, for example <c>google</c>.</param>
    /// <param name="locale">Locale, for example <c>en-GB</c>; null when the shop has one language.</param>
    /// <returns>The publication.</returns>
    public Publication Published(string channel, string? locale = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(channel);
        return new Publication(channel, locale, Taxonomy, [.. Products.Where(p => p.Status == ProductStatus.Published)]);
    }

    /// <summary>The catalogue with other products, checked again.</summary>
    /// <param name="change">Gives the new product for each one.</param>
    /// <returns>A new catalogue.</returns>
    public ProductCatalog Select(Func<Product, Product> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Of(Products.Select(change), ReferenceEquals(Taxonomy, Taxonomy.Empty) ? null : Taxonomy);
    }
}
