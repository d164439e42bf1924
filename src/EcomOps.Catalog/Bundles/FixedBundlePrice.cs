using EcomOps.Core;

namespace EcomOps.Catalog.Bundles;

/// <summary>A price of the bundle's own.</summary>
/// <param name="Price">Price of one bundle.</param>
public sealed record FixedBundlePrice(Money Price) : BundlePricing;
