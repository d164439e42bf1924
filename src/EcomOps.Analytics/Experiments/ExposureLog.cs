using NodaTime;

namespace EcomOps.Analytics.Experiments;

/// <summary>Who was exposed to which variant and when, with doubles taken out.</summary>
/// <param name="First">Variant and time of first exposure by visitor.</param>
/// <param name="InSeveral">Visitors seen in more than one variant: left out and counted.</param>
public sealed record ExposureLog(IReadOnlyDictionary<string, (string Variant, Instant At)> First, int InSeveral)
{
    /// <summary>Reads exposures in any sequence.</summary>
    /// <param name="exposures">Visitor, variant, time.</param>
    /// <returns>The log. Events of a visitor before the first exposure do not count as outcome.</returns>
    public static ExposureLog From(IEnumerable<(string VisitorId, string Variant, Instant At)> exposures)
    {
        ArgumentNullException.ThrowIfNull(exposures);
        Dictionary<string, (string Variant, Instant At)> first = new(StringComparer.Ordinal);
        HashSet<string> several = new(StringComparer.Ordinal);
        foreach ((string visitor, string variant, Instant at) in exposures)
        {
            if (!first.TryGetValue(visitor, out (string Variant, Instant At) known))
            {
                first[visitor] = (variant, at);
            }
            else if (known.Variant != variant)
            {
                several.Add(visitor);
            }
            else if (at < known.At)
            {
                first[visitor] = (variant, at);
            }
        }

        foreach (string visitor in several)
        {
            first.Remove(visitor);
        }

        return new ExposureLog(first, several.Count);
    }
}
