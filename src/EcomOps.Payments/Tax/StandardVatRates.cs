using NodaTime;

namespace EcomOps.Payments.Tax;

/// <summary>Standard VAT rates of the European Union and some neighbours, to start a shop's own table with.</summary>
/// <remarks>
/// As of 2025-10-31, after valeriansaliou/node-sales-tax @4a47f68; histories from public notices. Reduced rates, special areas and everything else are missing: check every row before use. No tax
/// advice. Static and thread-safe.
/// </remarks>
public static class StandardVatRates
{
    private const string Origin = "valeriansaliou/node-sales-tax @4a47f68, 2025-10-31";

    private static readonly (string Country, decimal Percent)[] Flat =
    [
        ("AT", 20), ("BE", 21), ("BG", 20), ("CY", 19), ("CZ", 21), ("DK", 25), ("GR", 24), ("ES", 21), ("FR", 20), ("HR", 25), ("HU", 27), ("IT", 22), ("LT", 21), ("LV", 21), ("MT", 18),
        ("NL", 21), ("PL", 23), ("PT", 23), ("SE", 25), ("SI", 22), ("GB", 20), ("NO", 25), ("IS", 24), ("MC", 20),
    ];

    private static readonly (string Country, decimal Percent, LocalDate? From, LocalDate? Until)[] Histories =
    [
        ("DE", 19, null, new(2020, 6, 30)), ("DE", 16, new(2020, 7, 1), new(2020, 12, 31)), ("DE", 19, new(2021, 1, 1), null),
        ("IE", 23, null, new(2020, 8, 31)), ("IE", 21, new(2020, 9, 1), new(2021, 2, 28)), ("IE", 23, new(2021, 3, 1), null),
        ("EE", 20, null, new(2023, 12, 31)), ("EE", 22, new(2024, 1, 1), new(2025, 6, 30)), ("EE", 24, new(2025, 7, 1), null),
        ("FI", 24, null, new(2024, 8, 31)), ("FI", 25.5m, new(2024, 9, 1), null),
        ("LU", 17, null, new(2022, 12, 31)), ("LU", 16, new(2023, 1, 1), new(2023, 12, 31)), ("LU", 17, new(2024, 1, 1), null),
        ("SK", 20, null, new(2024, 12, 31)), ("SK", 23, new(2025, 1, 1), null),
        ("RO", 19, null, new(2025, 7, 31)), ("RO", 21, new(2025, 8, 1), null),
        ("CH", 7.7m, null, new(2023, 12, 31)), ("CH", 8.1m, new(2024, 1, 1), null),
    ];

    /// <summary>The rows, category "standard"; prices without tax.</summary>
    public static IReadOnlyList<TaxRate> Rows { get; } =
    [
        .. Flat.Select(r => new TaxRate(r.Country, "standard", r.Percent) { Source = Origin }),
        .. Histories.Select(r => new TaxRate(r.Country, "standard", r.Percent, r.From, r.Until) { Source = Origin }),
    ];
}
