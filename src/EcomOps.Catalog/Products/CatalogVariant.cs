namespace EcomOps.Catalog.Products;

/// <summary>A variant and the product it belongs to.</summary>
/// <param name="Product">Product.</param>
/// <param name="Variant">Variant.</param>
public sealed record CatalogVariant(Product Product, Variant Variant);
