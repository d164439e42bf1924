namespace EcomOps.Analytics.Funnels.Internal;

/// <summary>Events told more than once count once, by their id; those without one are never taken for repeats.</summary>
internal static class DistinctEvents
{
    public static List<FunnelEvent> Of(IEnumerable<FunnelEvent> events, out int duplicates)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<FunnelEvent> kept = [];
        duplicates = 0;
        foreach (FunnelEvent e in events)
        {
            if (e.EventId is { } id && !seen.Add(id))
            {
                duplicates++;
            }
            else
            {
                kept.Add(e);
            }
        }

        return kept;
    }
}
