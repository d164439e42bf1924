namespace EcomOps.Catalog.Bundles;

/// <summary>The sum of the components less a share.</summary>
/// <param name="Percent">0 to 100; 0 for the plain sum. The discount is rounded half up to the minor unit.</param>
public sealed record BundlePercentOff(decimal Percent) : BundlePricing;
