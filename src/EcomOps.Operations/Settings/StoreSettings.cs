using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Settings;

/// <summary>Everything about a shop that its order file does not hold: what a user edits in <c>store.yaml</c>.</summary>
/// <remarks>
/// Lists are empty where nothing was said; then the artefacts that would need them say so. The exclusion rules' order counts.
/// Immutable and thread-safe; equality is by reference of its lists.
/// </remarks>
public sealed record StoreSettings
{
    /// <summary>The shop's name for titles.</summary>
    public required string Name { get; init; }

    /// <summary>Currency of every amount in the settings and of order files without a currency column.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Zone of the shop's days and of local times in order files.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Address of the web shop, for links in feeds and structured data; null if there is none.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Brand of items that name none; null if there is none.</summary>
    public string? Brand { get; init; }

    /// <summary>How the order file is written.</summary>
    public OrderFileSettings Orders { get; init; } = new();

    /// <summary>Names of countries in the order file; two-letter codes need no entry.</summary>
    public IReadOnlyList<CountrySettings> Countries { get; init; } = [];

    /// <summary>Rules that leave readable rows out, in the order in which they apply.</summary>
    public IReadOnlyList<ExclusionRule> Exclusions { get; init; } = [];

    /// <summary>Which rows are returns.</summary>
    public ReturnsRule Returns { get; init; } = new([]);

    /// <summary>Cost of handling one return (label, inspection, putting back), 0 or more; null when not known, then contribution margin 2 of a month with returns is not known either.</summary>
    public Money? ReturnHandlingCost { get; init; }

    /// <summary>Places that ship, in order of preference.</summary>
    public IReadOnlyList<FulfilmentSite> Sites { get; init; } = [];

    /// <summary>Suppliers.</summary>
    public IReadOnlyList<SupplierTerms> Suppliers { get; init; } = [];

    /// <summary>Supply terms where nothing better is known.</summary>
    public SupplyTerms Supply { get; init; } = new();

    /// <summary>Service levels of replenishment.</summary>
    public ServiceLevels ServiceLevels { get; init; } = new();

    /// <summary>Shipping tiers by region.</summary>
    public IReadOnlyList<ShippingTierSettings> Shipping { get; init; } = [];

    /// <summary>Tax rates by destination.</summary>
    public IReadOnlyList<TaxRateSettings> Taxes { get; init; } = [];

    /// <summary>Payment gateways, the primary one first.</summary>
    public IReadOnlyList<GatewaySettings> Gateways { get; init; } = [];

    /// <summary>What happens at which fraud score.</summary>
    public FraudThresholds Fraud { get; init; } = new();

    /// <summary>Monthly targets; each metric at most once.</summary>
    public IReadOnlyList<KpiTarget> Targets { get; init; } = [];

    /// <summary>Path of a rule file that puts products into categories, relative to the settings file or absolute; null for the built-in rules.</summary>
    public string? TaxonomyRules { get; init; }

    /// <summary>Finds the country that a text of the order file means.</summary>
    /// <param name="text">Name or two-letter code, in any case; null or blank for none.</param>
    /// <returns>The entry of <see cref="Countries"/>, an entry made from a two-letter code, or null when the text means none.</returns>
    public CountrySettings? FindCountry(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string name = text.Trim();
        CountrySettings? named = Countries.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return named ?? (CountryCode.IsValid(name.ToUpperInvariant())
            ? Countries.FirstOrDefault(c => c.Code.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? new(name, new CountryCode(name.ToUpperInvariant()))
            : null);
    }

    /// <summary>Finds who supplies an item.</summary>
    /// <param name="sku">The item.</param>
    /// <returns>The supplier with the longest fitting prefix, else the first one without prefixes, else null.</returns>
    public SupplierTerms? FindSupplier(Sku sku)
    {
        SupplierTerms? best = null;
        int length = -1;
        foreach (SupplierTerms supplier in Suppliers)
        {
            int fits = supplier.SkuPrefixes.Count == 0
                ? 0
                : supplier.SkuPrefixes.Where(prefix => sku.Value.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => prefix.Length).DefaultIfEmpty(-1).Max();
            if (fits > length)
            {
                (best, length) = (supplier, fits);
            }
        }

        return best;
    }
}
