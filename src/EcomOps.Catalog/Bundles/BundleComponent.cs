using EcomOps.Core;

namespace EcomOps.Catalog.Bundles;

/// <summary>A part of a bundle.</summary>
/// <param name="Sku">Variant.</param>
/// <param name="Quantity">Units in one bundle; 1 or more.</param>
public sealed record BundleComponent(Sku Sku, long Quantity);
