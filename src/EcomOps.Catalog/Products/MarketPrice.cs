using EcomOps.Core;

namespace EcomOps.Catalog.Products;

/// <summary>A price that holds in some markets only.</summary>
/// <param name="Price">The price.</param>
/// <param name="Channel">Channel, or null for every channel; compared without regard to case.</param>
/// <param name="Country">Country, or null for every country.</param>
public sealed record MarketPrice(Price Price, string? Channel = null, CountryCode? Country = null);
