using EcomOps.Core;

namespace EcomOps.Routing.Carriers;

/// <summary>A named part of the world in rate tables and service levels.</summary>
/// <param name="Name">Name ("domestic", "eu").</param>
/// <param name="Countries">Countries; empty for every country that no other region names.</param>
/// <param name="PostalPrefixes">Beginnings of postal codes; empty for the whole country. Prefixes go before whole countries, longer ones before shorter ones.</param>
/// <remarks>Immutable.</remarks>
public sealed record DeliveryRegion(string Name, IReadOnlyList<CountryCode> Countries, IReadOnlyList<string> PostalPrefixes)
{
    /// <summary>A region of whole countries.</summary>
    /// <param name="name">Name.</param>
    /// <param name="countries">Countries; none for the rest of the world.</param>
    /// <returns>The region.</returns>
    public static DeliveryRegion Of(string name, params IEnumerable<CountryCode> countries) => new(name, [.. countries], []);
}
