using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>How many of those with a base event converted.</summary>
/// <param name="Bases">Entities, or base events, below the line; 0 or more.</param>
/// <param name="Conversions">Those of them that converted; 0 to <paramref name="Bases"/>.</param>
/// <param name="MedianTime">Median time from the credited base event to the conversion; the mean of the middle two of an even number; null when nobody converted.</param>
public sealed record ConversionCounts(long Bases, long Conversions, Duration? MedianTime)
{
    /// <summary>Conversions over bases, 0 to 1; null without a base.</summary>
    public decimal? Rate => Bases == 0 ? null : (decimal)Conversions / Bases;
}
