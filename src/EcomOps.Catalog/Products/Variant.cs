using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Products;

/// <summary>The unit that can be sold, stocked and priced.</summary>
/// <remarks>
/// Immutable and thread-safe. Texts that come from outside (GTIN, links) are kept as delivered, so that a bad one is reported with its
/// place instead of stopping an import; <see cref="ProductCatalog.Of"/> checks them.
/// </remarks>
public sealed record Variant
{
    /// <summary>The merchant's code, the identity of the variant.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Global Trade Item Number as delivered; null when there is none. Never a key.</summary>
    public string? Gtin { get; init; }

    /// <summary>The maker's part number; null when there is none.</summary>
    public string? Mpn { get; init; }

    /// <summary>False when neither brand, GTIN nor part number exist (made to order, antiques); null (default) when nobody has said so.</summary>
    public bool? IdentifierExists { get; init; }

    /// <summary>Option values by axis, for example <c>size</c>: <c>M</c>; every axis of the product has a value.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = EmptyOptions;

    /// <summary>The price; null when it is not for sale yet.</summary>
    public Price? Price { get; init; }

    /// <summary>Prices that hold in some markets instead of <see cref="Price"/>.</summary>
    public IReadOnlyList<MarketPrice> MarketPrices { get; init; } = [];

    /// <summary>Whether it can be bought; default <see cref="Availability.InStock"/>.</summary>
    public Availability Availability { get; init; }

    /// <summary>When it will be delivered, for <see cref="Availability.PreOrder"/> and <see cref="Availability.BackOrder"/>; null when not known.</summary>
    public Instant? AvailableFrom { get; init; }

    /// <summary>Title of its own; null for the product's title with the option values.</summary>
    public Scoped<string>? Title { get; init; }

    /// <summary>Page of the variant; null for the product's page.</summary>
    public string? Link { get; init; }

    /// <summary>Images of its own, before those of the product.</summary>
    public IReadOnlyList<ProductImage> Images { get; init; } = [];

    /// <summary>Attributes of its own; they win over the product's.</summary>
    public IReadOnlyDictionary<string, Scoped<AttributeValue>> Attributes { get; init; } = Product.NoAttributes;

    /// <summary>Weight of the unit without packaging for transport; null when not known.</summary>
    public Weight? Weight { get; init; }

    /// <summary>Size of the unit; null when not known.</summary>
    public Dimensions? Dimensions { get; init; }

    private static IReadOnlyDictionary<string, string> EmptyOptions { get; } = new Dictionary<string, string>();

    /// <summary>The price in a market.</summary>
    /// <param name="channel">Channel, or null.</param>
    /// <param name="country">Country, or null.</param>
    /// <returns>The most specific price (channel and country, channel, country), else <see cref="Price"/>.</returns>
    public Price? PriceIn(string? channel, CountryCode? country)
    {
        MarketPrice? best = null;
        foreach (MarketPrice price in MarketPrices)
        {
            bool holds = (price.Channel is null || string.Equals(price.Channel, channel, StringComparison.OrdinalIgnoreCase))
                && (price.Country is null || price.Country == country);
            if (holds && (best is null || Rank(price) > Rank(best)))
            {
                best = price;
            }
        }

        return best?.Price ?? Price;
    }

    private static int Rank(MarketPrice price) => (price.Channel is null ? 0 : 2) + (price.Country is null ? 0 : 1);
}
