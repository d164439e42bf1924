using EcomOps.Core;
using EcomOps.Routing.Orders;

namespace EcomOps.Routing.Carriers;

/// <summary>Regions and carriers' prices.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RateTable
{
    private readonly (DeliveryRegion Region, CountryCode Country, string Prefix)[] _byPrefix;
    private readonly Dictionary<CountryCode, DeliveryRegion> _byCountry = [];
    private readonly DeliveryRegion? _rest;
    private readonly ILookup<(string Tier, string Region), CarrierRate> _rates;

    /// <summary>Takes regions and rows.</summary>
    /// <param name="regions">Regions; the first that names a country or a prefix gets it.</param>
    /// <param name="rates">Rows.</param>
    public RateTable(IEnumerable<DeliveryRegion> regions, IEnumerable<CarrierRate> rates)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(rates);
        Regions = [.. regions];
        Rates = [.. rates];
        _byPrefix = [.. from region in Regions
                        from country in region.Countries
                        from prefix in region.PostalPrefixes
                        orderby prefix.Length descending
                        select (region, country, prefix)];
        foreach (DeliveryRegion region in Regions.Where(r => r.PostalPrefixes.Count == 0))
        {
            foreach (CountryCode country in region.Countries)
            {
                _byCountry.TryAdd(country, region);
            }
        }

        _rest = Regions.FirstOrDefault(r => r.Countries.Count == 0);
        _rates = Rates.ToLookup(r => (r.Tier, r.Region));
    }

    /// <summary>Regions as given.</summary>
    public IReadOnlyList<DeliveryRegion> Regions { get; }

    /// <summary>Rows as given.</summary>
    public IReadOnlyList<CarrierRate> Rates { get; }

    /// <summary>Region of a destination.</summary>
    /// <param name="destination">Destination.</param>
    /// <returns>The region of its postal code, else of its country, else the rest of the world; null when there is none.</returns>
    public DeliveryRegion? RegionOf(Destination destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        foreach ((DeliveryRegion region, CountryCode country, string prefix) in _byPrefix)
        {
            if (country == destination.Country && destination.PostalCode.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return region;
            }
        }

        return _byCountry.GetValueOrDefault(destination.Country, _rest!);
    }

    /// <summary>Rows for an order.</summary>
    /// <param name="tier">Tier.</param>
    /// <param name="region">Name of the region.</param>
    /// <param name="origin">Country of the location.</param>
    /// <param name="weight">Weight of the whole order.</param>
    /// <returns>Rows in the order of the table; those of the origin's country only where there are any, else those for all countries.</returns>
    public IReadOnlyList<CarrierRate> Find(string tier, string region, CountryCode origin, Weight weight)
    {
        List<CarrierRate> fitting = [.. _rates[(tier, region)].Where(r => r.MaximumWeight is not { } most || weight <= most)];
        return fitting.Exists(r => r.Origin == origin) ? [.. fitting.Where(r => r.Origin == origin)] : [.. fitting.Where(r => r.Origin is null)];
    }
}
