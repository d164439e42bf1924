using EcomOps.Core;

namespace EcomOps.Catalog.Bundles;

/// <summary>Several variants sold as one, with a code of its own.</summary>
/// <remarks>Immutable and thread-safe. A bundle is never given the GTIN of its main component.</remarks>
public sealed class Bundle
{
    /// <summary>Takes the parts of a bundle.</summary>
    /// <param name="sku">Its own code.</param>
    /// <param name="components">Components; at least one, each SKU once.</param>
    /// <param name="pricing">Where the price comes from.</param>
    /// <exception cref="ArgumentException">There is no component, one comes twice, has a quantity below 1 or is the bundle itself, or the pricing makes no sense.</exception>
    public Bundle(Sku sku, IReadOnlyList<BundleComponent> components, BundlePricing pricing)
    {
        ArgumentNullException.ThrowIfNull(components);
        ArgumentNullException.ThrowIfNull(pricing);
        if (sku.IsEmpty || components.Count == 0 || components.Any(c => c.Quantity < 1 || c.Sku.IsEmpty || c.Sku == sku)
            || components.DistinctBy(c => c.Sku).Count() < components.Count)
        {
            throw new ArgumentException("A bundle has a SKU and at least one component; each component comes once, with 1 unit or more, and is not the bundle.", nameof(components));
        }

        if (pricing is BundlePercentOff { Percent: < 0 or > 100 } or BundleAmountOff { Amount.IsNegative: true } or FixedBundlePrice { Price.IsNegative: true })
        {
            throw new ArgumentException("A discount is 0 to 100 percent or an amount of 0 or more; a price is not negative.", nameof(pricing));
        }

        Sku = sku;
        Components = components;
        Pricing = pricing;
    }

    /// <summary>Its own code.</summary>
    public Sku Sku { get; }

    /// <summary>What is in one bundle.</summary>
    public IReadOnlyList<BundleComponent> Components { get; }

    /// <summary>Where the price comes from.</summary>
    public BundlePricing Pricing { get; }

    /// <summary>Bundles that can be made of what is available.</summary>
    /// <param name="available">Units of a component that can be promised; below 0 counts as 0.</param>
    /// <returns>The smallest of floor(available / quantity) over the components.</returns>
    public long Available(Func<Sku, long> available)
    {
        ArgumentNullException.ThrowIfNull(available);
        return Components.Min(c => Math.Max(0, available(c.Sku)) / c.Quantity);
    }

    /// <summary>The price and its split over the components.</summary>
    /// <param name="price">Price of one unit of a component; payable, all in one currency.</param>
    /// <returns>The quote; parts in proportion to what the components cost, odd minor units by largest remainder.</returns>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    /// <exception cref="InvalidOperationException">The amount off is above the sum, or a price is finer than the minor unit.</exception>
    public BundleQuote Quote(Func<Sku, Money> price)
    {
        ArgumentNullException.ThrowIfNull(price);
        Money[] costs = [.. Components.Select(c => price(c.Sku) * c.Quantity)];
        Money sum = costs.Aggregate((a, b) => a + b);
        Money total = Pricing switch
        {
            FixedBundlePrice own => own.Price + Money.Zero(sum.Currency),
            BundlePercentOff off => sum - (sum * (off.Percent / 100)).Round(MoneyRounding.HalfUp),
            BundleAmountOff off when off.Amount <= sum => sum - off.Amount,
            _ => throw new InvalidOperationException($"The discount is above the components' sum of {sum}."),
        };
        return new BundleQuote(total, sum, total.Allocate([.. costs.Select(c => c.Amount)], AllocationPolicy.LargestRemainder));
    }
}
