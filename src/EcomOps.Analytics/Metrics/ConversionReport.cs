using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Funnels.Internal;
using EcomOps.Analytics.Metrics.Internal;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>A conversion metric computed from events.</summary>
/// <param name="Spec">What was counted.</param>
/// <param name="Total">The whole.</param>
/// <param name="Groups">The same for each value of the breakdown, ordinal ascending, <see cref="FactFilter.Unknown"/> for bases without one; bases and conversions add up to the whole. Empty without a breakdown.</param>
/// <param name="Duplicates">Events left out because their id occurred before.</param>
public sealed record ConversionReport(ConversionSpec Spec, ConversionCounts Total, IReadOnlyDictionary<string, ConversionCounts> Groups, int Duplicates)
{
    /// <summary>Value of the metric: the rate, or 1 less the rate for <see cref="ConversionSpec.IsComplement"/>; null without a base.</summary>
    public decimal? Value => ValueOf(Total);

    /// <summary>Value of the metric for counts of this report, for example of a group.</summary>
    /// <param name="counts">Counts.</param>
    /// <returns>0 to 1; null without a base.</returns>
    public decimal? ValueOf(ConversionCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Spec.IsComplement ? 1 - counts.Rate : counts.Rate;
    }

    /// <summary>Counts conversions.</summary>
    /// <param name="events">Events in any sequence; <see cref="FunnelEvent.PersonId"/> names the entity of the specification. Those that are neither base nor conversion are passed over.</param>
    /// <param name="spec">What to count.</param>
    /// <param name="breakdown">Property of the credited base event by which to split; null for no split.</param>
    /// <param name="bases">Time in which a base event counts, start inclusive, end exclusive; conversions may come later. Null for all time.</param>
    /// <returns>The report.</returns>
    /// <remarks>
    /// A conversion follows its base at the same time or later, at most the window later; when both have the same name (say a second order)
    /// an event does not convert itself. Time to convert runs from the credited base to the first conversion credited to it. The scanner of
    /// funnels (<see cref="FunnelReport"/>) counts the same entities for two steps; it knows no constant properties and no count of bases.
    /// </remarks>
    /// <exception cref="ArgumentException">The window is negative or an event has no name.</exception>
    public static ConversionReport Compute(IEnumerable<FunnelEvent> events, ConversionSpec spec, string? breakdown = null, Interval? bases = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(spec);
        if (string.IsNullOrWhiteSpace(spec.BaseEvent) || string.IsNullOrWhiteSpace(spec.ConversionEvent) || spec.Window < Duration.Zero)
        {
            throw new ArgumentException("A conversion needs the names of two events and a window of 0 or more.", nameof(spec));
        }

        List<FunnelEvent> kept = DistinctEvents.Of(events.Where(e => e.Name == spec.BaseEvent || e.Name == spec.ConversionEvent), out int duplicates);
        ConversionPairing pairing = new(spec, bases);
        CountedBase[] counted = [.. kept.GroupBy(e => e.PersonId, StringComparer.Ordinal).SelectMany(pairing.Of)];
        SortedDictionary<string, ConversionCounts> groups = new(StringComparer.Ordinal);
        if (breakdown is not null)
        {
            foreach (IGrouping<string, CountedBase> group in counted.GroupBy(c => c.Base.Properties?.GetValueOrDefault(breakdown) ?? FactFilter.Unknown, StringComparer.Ordinal))
            {
                groups[group.Key] = Count([.. group]);
            }
        }

        return new ConversionReport(spec, Count(counted), groups, duplicates);
    }

    private static ConversionCounts Count(CountedBase[] counted)
    {
        Duration[] times = [.. counted.Where(c => c.TimeToConvert is not null).Select(c => c.TimeToConvert!.Value).Order()];
        return new(counted.Length, times.Length, times.Length == 0 ? null : (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2);
    }
}
