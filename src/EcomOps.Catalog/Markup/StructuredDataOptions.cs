using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Markup;

/// <summary>Where and when a page is shown.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record StructuredDataOptions
{
    /// <summary>Locale of the page; null (default) when the shop has one language.</summary>
    public string? Locale { get; init; }

    /// <summary>Country whose prices the page shows; null (default) for the general ones.</summary>
    public CountryCode? Country { get; init; }

    /// <summary>When the page is shown, for sale prices; null (default): a sale with a window is ignored.</summary>
    public Instant? At { get; init; }

    /// <summary>Name of the seller; null (default) to leave it out.</summary>
    public string? Seller { get; init; }

    /// <summary>The shop's taxonomy, for <c>category</c>; null (default) to leave it out.</summary>
    public Taxonomy? Taxonomy { get; init; }

    /// <summary>Return rules; null (default) to leave them out.</summary>
    public ReturnPolicy? Returns { get; init; }

    /// <summary>Shipping rates, each for one destination; empty by default.</summary>
    public IReadOnlyList<ShippingOffer> Shipping { get; init; } = [];
}
