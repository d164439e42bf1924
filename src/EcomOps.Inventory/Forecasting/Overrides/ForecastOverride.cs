using NodaTime;

namespace EcomOps.Inventory.Forecasting.Overrides;

/// <summary>A change of a forecast by a person, with its reason and its end.</summary>
/// <param name="Series">Id of the series: a SKU, or a SKU at a place.</param>
/// <param name="Days">Days whose demand it changes, both ends included. A period that it covers in part changes in part.</param>
/// <param name="Kind">Whether the value is units per period or a factor.</param>
/// <param name="Value">From 0 (no demand) to 1e12.</param>
public sealed record ForecastOverride(string Series, DateInterval Days, OverrideKind Kind, double Value)
{
    private const double Largest = 1e12;

    /// <summary>Why: <c>promotion</c>, <c>listing at a marketplace</c> ... The same words for the same reason make the review useful.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required string Author { get; init; }

    /// <summary>When it was made; of two for the same day, the younger counts.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>Last day on which forecasts still take it. An override without an end outlives its reason.</summary>
    public required LocalDate ExpiresOn { get; init; }

    internal bool IsValid => Value is >= 0 and <= Largest && Enum.IsDefined(Kind) && !string.IsNullOrWhiteSpace(Reason) && !string.IsNullOrWhiteSpace(Author);
}
