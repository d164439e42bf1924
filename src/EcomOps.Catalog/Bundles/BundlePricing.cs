namespace EcomOps.Catalog.Bundles;

/// <summary>Where a bundle's price comes from.</summary>
/// <remarks>Closed: <see cref="FixedBundlePrice"/>, <see cref="BundlePercentOff"/>, <see cref="BundleAmountOff"/>. Immutable.</remarks>
public abstract record BundlePricing
{
    private protected BundlePricing()
    {
    }
}
