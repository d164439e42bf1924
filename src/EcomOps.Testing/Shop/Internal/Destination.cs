using EcomOps.Core;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>Where customers of the simulated shop live.</summary>
internal sealed record Destination(CountryCode Country, string CountryName, string Region, GeoPoint Position, double Weight)
{
    internal static IReadOnlyList<Destination> All { get; } =
    [
        new("NL", "Netherlands", "NL-NH", new(52.37, 4.90), 16),
        new("NL", "Netherlands", "NL-ZH", new(51.92, 4.48), 14),
        new("NL", "Netherlands", "NL-UT", new(52.09, 5.12), 8),
        new("DE", "Germany", "DE-BE", new(52.52, 13.40), 9),
        new("DE", "Germany", "DE-BY", new(48.14, 11.58), 8),
        new("DE", "Germany", "DE-NW", new(50.94, 6.96), 10),
        new("FR", "France", "FR-IDF", new(48.86, 2.35), 9),
        new("FR", "France", "FR-ARA", new(45.76, 4.84), 5),
        new("BE", "Belgium", "BE-VLG", new(51.22, 4.40), 6),
        new("BE", "Belgium", "BE-BRU", new(50.85, 4.35), 3),
        new("AT", "Austria", "AT-9", new(48.21, 16.37), 4),
        new("IT", "Italy", "IT-25", new(45.46, 9.19), 4),
        new("ES", "Spain", "ES-CT", new(41.39, 2.17), 4),
    ];

    internal static double[] Weights { get; } = [.. All.Select(destination => destination.Weight)];
}
