using EcomOps.Core;

namespace EcomOps.Catalog.Bundles;

/// <summary>A bundle's price and where it comes from.</summary>
/// <param name="Price">Price of one bundle.</param>
/// <param name="Sum">What the components cost one by one.</param>
/// <param name="Parts">Share of the price that falls to each component (all its units), in their order; they add up to the price exactly.</param>
public sealed record BundleQuote(Money Price, Money Sum, IReadOnlyList<Money> Parts)
{
    /// <summary>What a customer saves against the components one by one; negative when the bundle costs more.</summary>
    public Money Saving => Sum - Price;
}
