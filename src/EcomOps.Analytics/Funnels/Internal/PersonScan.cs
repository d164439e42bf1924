using NodaTime;

namespace EcomOps.Analytics.Funnels.Internal;

internal sealed class PersonScan(FunnelDefinition definition)
{
    private readonly Dictionary<string, uint> _masks = definition.Steps.Index().GroupBy(s => s.Item).ToDictionary(g => g.Key, g => (uint)g.Sum(s => 1L << s.Index), StringComparer.Ordinal);

    public FunnelReport Run(IEnumerable<FunnelEvent> events)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<FunnelEvent> kept = [];
        int duplicates = 0;
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

        List<(string? Group, long[] Times)> persons = [];
        foreach (IGrouping<string, FunnelEvent> person in kept.GroupBy(e => e.PersonId, StringComparer.Ordinal))
        {
            FunnelEvent[] own = [.. person.OrderBy(e => e.At).ThenBy(e => e.EventId, StringComparer.Ordinal)];
            long[] reached = definition.AnyOrder ? Unordered(own) : Ordered(own);
            if (reached.Length > 0)
            {
                string? group = definition.Breakdown is { } property && own.First(e => _masks.ContainsKey(e.Name)).Properties is { } properties && properties.TryGetValue(property, out string? value) ? value : null;
                persons.Add((group, reached));
            }
        }

        Dictionary<string, IReadOnlyList<FunnelStepResult>> groups = new(StringComparer.Ordinal);
        if (definition.Breakdown is not null)
        {
            foreach (IGrouping<string, (string? Group, long[] Times)> group in persons.GroupBy(p => p.Group ?? "(none)", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                groups[group.Key] = Steps([.. group.Select(p => p.Times)]);
            }
        }

        return new FunnelReport(Steps([.. persons.Select(p => p.Times)]), groups, duplicates);
    }

    // Ticks from the first step at which each step was reached first, as far as the person got.
    private long[] Ordered(FunnelEvent[] events)
    {
        long[] times = [.. events.Select(e => e.At.ToUnixTimeTicks())];
        uint[] masks = [.. events.Select(e => _masks.GetValueOrDefault(e.Name))];
        long window = (long)definition.Window.TotalTicks;
        int level = FunnelScanner.Level(times, masks, definition.Steps.Count, window, definition.Mode);
        if (level == 0)
        {
            return [];
        }

        // The attempt that gets that far first ends at the first prefix with the full depth.
        int low = 1, high = events.Length;
        while (low < high)
        {
            int mid = (low + high) / 2;
            if (FunnelScanner.Level(times.AsSpan(0, mid), masks.AsSpan(0, mid), definition.Steps.Count, window, definition.Mode) >= level)
            {
                high = mid;
            }
            else
            {
                low = mid + 1;
            }
        }

        return Backwards(times, masks, high - 1, level, window);
    }

    // From the last step back to the first, always the latest event that can precede: the shortest such path.
    private static long[] Backwards(long[] times, uint[] masks, int last, int level, long window)
    {
        long[] reached = new long[level];
        int at = last;
        for (int step = level - 1; step >= 0; step--)
        {
            while (at >= 0 && (masks[at] & (1u << step)) == 0)
            {
                at--;
            }

            reached[step] = times[Math.Max(at, 0)];
            at = step > 0 && at > 0 && (masks[at] & (1u << (step - 1))) == 0 ? at - 1 : at;
        }

        long start = Math.Max(reached[0], reached[^1] - window);
        return [.. reached.Select(t => Math.Max(0, t - start))];
    }

    private long[] Unordered(FunnelEvent[] events)
    {
        long window = (long)definition.Window.TotalTicks;
        long[] best = [];
        for (int i = 0; i < events.Length; i++)
        {
            if (!_masks.ContainsKey(events[i].Name))
            {
                continue;
            }

            long start = events[i].At.ToUnixTimeTicks();
            uint done = 0;
            List<long> reached = [];
            for (int j = i; j < events.Length && events[j].At.ToUnixTimeTicks() - start <= window; j++)
            {
                uint fresh = _masks.GetValueOrDefault(events[j].Name) & ~done;
                if (fresh != 0)
                {
                    done |= fresh & (~fresh + 1);
                    reached.Add(events[j].At.ToUnixTimeTicks() - start);
                }
            }

            if (reached.Count > best.Length)
            {
                best = [.. reached];
            }
        }

        return best;
    }

    private FunnelStepResult[] Steps(List<long[]> persons)
    {
        FunnelStepResult[] results = new FunnelStepResult[definition.Steps.Count];
        int first = persons.Count, before = first;
        for (int s = 0; s < results.Length; s++)
        {
            long[] times = [.. persons.Where(p => p.Length > s).Select(p => p[s]).Order()];
            int n = times.Length;
            Duration? mean = n == 0 ? null : Duration.FromTicks(times.Sum(t => (decimal)t) is var sum ? (long)(sum / n) : 0);
            Duration? median = n == 0 ? null : Duration.FromTicks((times[(n - 1) / 2] + times[n / 2]) / 2);
            results[s] = new FunnelStepResult(definition.Steps[s], n, first == 0 ? null : (double)n / first, before == 0 ? null : (double)n / before, mean, median);
            before = n;
        }

        return results;
    }
}
