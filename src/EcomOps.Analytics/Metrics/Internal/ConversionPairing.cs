using EcomOps.Analytics.Funnels;
using NodaTime;

namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>Finds for one entity which base events convert.</summary>
internal sealed class ConversionPairing(ConversionSpec spec, Interval? period)
{
    private readonly bool _isFirst = spec.Attribution == ConversionAttribution.First;

    public IEnumerable<CountedBase> Of(IEnumerable<FunnelEvent> entity)
    {
        FunnelEvent[] events = [.. entity.OrderBy(e => e.At).ThenBy(e => e.EventId, StringComparer.Ordinal)];
        FunnelEvent[] bases = [.. events.Where(e => e.Name == spec.BaseEvent && (period is not { } p || p.Contains(e.At)))];
        if (bases.Length == 0)
        {
            return [];
        }

        (FunnelEvent Base, FunnelEvent Conversion)[] pairs = [.. Credited(events, bases)];
        if (spec.Counting == ConversionCounting.BaseEvents)
        {
            Dictionary<FunnelEvent, FunnelEvent> firstOf = new(ReferenceEqualityComparer.Instance);
            foreach ((FunnelEvent from, FunnelEvent to) in pairs)
            {
                firstOf.TryAdd(from, to);
            }

            return bases.Select(b => new CountedBase(b, firstOf.TryGetValue(b, out FunnelEvent? to) ? to.At - b.At : null));
        }

        // Conversions come in order, so the first pair holds the first conversion of the entity.
        return pairs.Length > 0 ? [new CountedBase(pairs[0].Base, pairs[0].Conversion.At - pairs[0].Base.At)]
            : [new CountedBase(_isFirst ? bases[0] : bases[^1], null)];
    }

    // Each conversion in order with the base it is credited to; conversions without one are left out.
    private IEnumerable<(FunnelEvent Base, FunnelEvent Conversion)> Credited(FunnelEvent[] events, FunnelEvent[] bases)
    {
        Dictionary<string, FunnelEvent[]> basesByKey = bases.Select(b => (Key: KeyOf(b), Base: b)).Where(b => b.Key is not null)
            .GroupBy(b => b.Key!, b => b.Base, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        Dictionary<FunnelEvent, int> place = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < events.Length; i++)
        {
            place[events[i]] = i;
        }

        bool same = spec.BaseEvent == spec.ConversionEvent;
        foreach (FunnelEvent conversion in events.Where(e => e.Name == spec.ConversionEvent))
        {
            if (KeyOf(conversion) is not { } key || !basesByKey.TryGetValue(key, out FunnelEvent[]? own))
            {
                continue;
            }

            int first = spec.Window is { } window ? Count(own, b => b.At < conversion.At - window) : 0;
            int until = same ? Count(own, b => place[b] < place[conversion]) : Count(own, b => b.At <= conversion.At);
            if (first < until)
            {
                yield return (own[_isFirst ? first : until - 1], conversion);
            }
        }
    }

    // Bases are in order, so those that meet a bound on time stand in front.
    private static int Count(FunnelEvent[] bases, Func<FunnelEvent, bool> isBefore)
    {
        int low = 0, high = bases.Length;
        while (low < high)
        {
            int mid = (low + high) / 2;
            (low, high) = isBefore(bases[mid]) ? (mid + 1, high) : (low, mid);
        }

        return low;
    }

    // Values with their lengths, so that no two sets of values give the same key; null when a property is missing.
    private string? KeyOf(FunnelEvent e)
    {
        string key = string.Empty;
        foreach (string property in spec.ConstantProperties)
        {
            if (e.Properties is not { } properties || !properties.TryGetValue(property, out string? value))
            {
                return null;
            }

            key += $"{value.Length}:{value}";
        }

        return key;
    }
}
