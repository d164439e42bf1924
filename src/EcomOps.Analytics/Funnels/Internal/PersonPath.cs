namespace EcomOps.Analytics.Funnels.Internal;

/// <summary>How far one person got.</summary>
/// <param name="Events">The person's events by time.</param>
/// <param name="Start">Time of the first step, in ticks.</param>
/// <param name="Times">Ticks from the first step at which each step was reached, as far as the person got.</param>
/// <param name="Group">Value of the breakdown; null when there is none.</param>
internal sealed record PersonPath(FunnelEvent[] Events, long Start, long[] Times, string? Group)
{
    public IReadOnlyDictionary<string, string> PropertiesUntil(int step)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (FunnelEvent e in Events)
        {
            if (e.At.ToUnixTimeTicks() <= Start + Times[step])
            {
                foreach ((string property, string value) in e.Properties ?? new Dictionary<string, string>())
                {
                    values.TryAdd(property, value);
                }
            }
        }

        return values;
    }
}
