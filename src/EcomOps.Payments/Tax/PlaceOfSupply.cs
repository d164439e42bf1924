using EcomOps.Core;
using NodaTime;

namespace EcomOps.Payments.Tax;

/// <summary>Decides which country's rate a sale of goods bears in the European Union and elsewhere.</summary>
/// <remarks>
/// The common cases only: domestic sales, distance sales, sales to registered businesses. Special areas are rows of the table for a region. Data and decisions are no tax advice. Thread-safe.
/// </remarks>
public sealed class PlaceOfSupply
{
    private static readonly HashSet<string> MemberStates =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    private readonly TaxTable _table;
    private readonly string _category;

    /// <summary>Takes a table whose jurisdictions are countries (<c>FR</c>) and regions (<c>CA-QC</c>).</summary>
    /// <param name="table">Table.</param>
    /// <param name="category">Category whose rate is asked for; "standard" by default.</param>
    public PlaceOfSupply(TaxTable table, string category = "standard")
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrEmpty(category);
        _table = table;
        _category = category;
    }

    /// <summary>Whether a country is a member state of the European Union (2020-02 and later).</summary>
    /// <param name="country">Country.</param>
    /// <returns>True for the 27 members.</returns>
    public static bool IsMemberState(CountryCode country) => MemberStates.Contains(country.Value);

    /// <summary>Decides about a sale.</summary>
    /// <param name="destination">Country where transport ends.</param>
    /// <param name="region">Region there, without the country; null or empty when unknown.</param>
    /// <param name="origin">Country of the seller; null when none is configured: the destination's rate holds.</param>
    /// <param name="taxId">The customer's tax id.</param>
    /// <param name="destinationTaxing">Whether the seller charges the destination's rate; false while below the union's threshold for distance sales.</param>
    /// <param name="taxPoint">Day of supply or payment, local to the jurisdiction; null for current rates.</param>
    /// <returns>The treatment.</returns>
    public TaxTreatment Decide(
        CountryCode destination, string? region = null, CountryCode? origin = null, TaxIdStatus taxId = TaxIdStatus.None, bool destinationTaxing = true, LocalDate? taxPoint = null)
    {
        TaxRate? special = string.IsNullOrEmpty(region) ? null : _table.Find($"{destination}-{region}", _category, taxPoint);
        TaxRate? there = special ?? _table.Find(destination.Value, _category, taxPoint);
        bool inUnion = IsMemberState(destination) && (special is null || special.Name == "vat");
        TaxArea area = origin == destination ? TaxArea.National : inUnion && origin is { } o && IsMemberState(o) ? TaxArea.Regional : TaxArea.Worldwide;
        bool business = taxId == TaxIdStatus.Valid;
        if (there is null)
        {
            return new TaxTreatment(area, business, null, "none", 0m, false);
        }

        if (business && inUnion && area != TaxArea.National)
        {
            return new TaxTreatment(area, business, there, there.Name, 0m, true);
        }

        TaxRate charged = area == TaxArea.Regional && !destinationTaxing ? _table.Find(origin!.Value.Value, _category, taxPoint) ?? there : there;
        return new TaxTreatment(area, business, charged, charged.Name, charged.Percent, false);
    }
}
