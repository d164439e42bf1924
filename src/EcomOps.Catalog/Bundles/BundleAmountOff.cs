using EcomOps.Core;

namespace EcomOps.Catalog.Bundles;

/// <summary>The sum of the components less an amount.</summary>
/// <param name="Amount">0 or more, at most the sum.</param>
public sealed record BundleAmountOff(Money Amount) : BundlePricing;
