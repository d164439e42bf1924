using System.Globalization;
using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;
using EcomOps.Payments.Tax;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Conformance.Tests.Payments;

/// <summary>Decisions about countries of <c>tax-cases.json</c>.</summary>
public sealed class CountryTaxCaseRunner : ICaseRunner
{
    // Figures that belong to the cases' own table only: the product ships no rates for these.
    private static readonly TaxRate[] CasesOwn =
    [
        new("US-CA", "standard", 8.25m),
        new("CA", "standard", 5m) { Name = "gst" },
        new("CA-QC", "standard", 14.975m) { Name = "gst+qst" },
        new("CA-ON", "standard", 13m) { Name = "gst+hst" },
        new("ES-GC", "standard", 7m) { Name = "igic" },
    ];

    private static readonly PlaceOfSupply Places = new(new TaxTable([.. StandardVatRates.Rows, .. CasesOwn]));

    /// <inheritdoc />
    public string File => "tax-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ["country-tax"];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        JsonElement input = element.GetProperty("input"), expected = element.GetProperty("expected");
        CountryCode country = input.GetProperty("country").GetString()!;
        TaxTreatment treatment = Places.Decide(
            country,
            input.GetProperty("region").GetString(),
            input.GetProperty("originCountry").GetString() is { } origin ? new CountryCode(origin) : (CountryCode?)null,
            input.GetProperty("taxNumber").GetString() switch { null => TaxIdStatus.None, "INVALID" => TaxIdStatus.Invalid, _ => TaxIdStatus.Valid },
            input.GetProperty("destinationTaxing").GetBoolean(),
            TaxPoint(country, input.GetProperty("asOf").GetString()));
        Assert.Equal(expected.GetProperty("taxType").GetString(), treatment.TaxName);
        Assert.Equal(Decimal(expected, "rate"), treatment.Percent / 100m);
        Assert.Equal(expected.GetProperty("area").GetString(), treatment.Area.ToString().ToLowerInvariant());
        Assert.Equal(expected.GetProperty("buyer").GetString(), treatment.IsBusiness ? "business" : "consumer");
        Assert.Equal(expected.GetProperty("charged").GetBoolean(), treatment.IsCharged);
        Assert.Equal(expected.GetProperty("reverseCharge").GetBoolean(), treatment.IsReverseCharge);
        if (expected.TryGetProperty("total", out _))
        {
            Assert.Equal(Decimal(expected, "total"), Decimal(input, "net") * (1 + (treatment.Percent / 100m)));
        }
    }

    // Boundaries of rates are local midnight.
    private static LocalDate? TaxPoint(CountryCode country, string? asOf)
    {
        string zone = country.Value switch { "DE" => "Europe/Berlin", "IE" => "Europe/Dublin", _ => "UTC" };
        return asOf is null ? null : InstantPattern.ExtendedIso.Parse(asOf).Value.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
    }

    private static decimal Decimal(JsonElement json, string name) => decimal.Parse(json.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
