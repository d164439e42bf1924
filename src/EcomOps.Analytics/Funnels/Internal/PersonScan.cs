using NodaTime;

namespace EcomOps.Analytics.Funnels.Internal;

internal sealed class PersonScan(FunnelDefinition definition)
{
    private readonly Dictionary<string, uint> _masks = definition.Steps.Index().GroupBy(s => s.Item).ToDictionary(g => g.Key, g => (uint)g.Sum(s => 1L << s.Index), StringComparer.Ordinal);

    public FunnelReport Run(IEnumerable<FunnelEvent> events)
    {
        List<PersonPath> persons = Paths(events, out int duplicates, out int excluded);
        Dictionary<string, IReadOnlyList<FunnelStepResult>> groups = new(StringComparer.Ordinal);
        if (definition.Breakdown is not null)
        {
            foreach (IGrouping<string, PersonPath> group in persons.GroupBy(p => p.Group ?? "(none)", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                groups[group.Key] = Steps([.. group.Select(p => p.Times)]);
            }
        }

        return new FunnelReport(Steps([.. persons.Select(p => p.Times)]), groups, duplicates) { Excluded = excluded };
    }

    public List<PersonPath> Paths(IEnumerable<FunnelEvent> events, out int duplicates, out int excluded)
    {
        excluded = 0;
        List<FunnelEvent> kept = DistinctEvents.Of(events, out duplicates);
        List<PersonPath> persons = [];
        foreach (IGrouping<string, FunnelEvent> person in kept.GroupBy(e => e.PersonId, StringComparer.Ordinal))
        {
            FunnelEvent[] own = [.. person.OrderBy(e => e.At).ThenBy(e => e.EventId, StringComparer.Ordinal)];
            (long start, long[] reached) = definition.AnyOrder ? Unordered(own) : Ordered(own);
            if (reached.Length > 0 && IsExcluded(own, start, reached))
            {
                excluded++;
            }
            else if (reached.Length > 0)
            {
                persons.Add(new PersonPath(own, start, reached, Group(own, start, reached)));
            }
        }

        return persons;
    }

    private bool IsExcluded(FunnelEvent[] own, long start, long[] reached)
    {
        foreach (FunnelExclusion exclusion in definition.Exclusions)
        {
            if (reached.Length <= exclusion.FromStep)
            {
                continue;
            }

            long from = start + reached[exclusion.FromStep];
            long until = start + (reached.Length > exclusion.ToStep ? reached[exclusion.ToStep] : (long)definition.Window.TotalTicks);
            if (own.Any(e => e.Name == exclusion.Event && e.At.ToUnixTimeTicks() is var at && at > from && at < until))
            {
                return true;
            }
        }

        return false;
    }

    private string? Group(FunnelEvent[] own, long start, long[] reached)
    {
        if (definition.Breakdown is not { } property)
        {
            return null;
        }

        int step = definition.Attribution == FunnelAttribution.Last ? reached.Length - 1 : definition.AttributionStep;
        FunnelEvent? source = definition.Attribution == FunnelAttribution.First
            ? own.First(e => _masks.ContainsKey(e.Name))
            : step >= reached.Length ? null : own.FirstOrDefault(e => e.At.ToUnixTimeTicks() == start + reached[step] && (definition.AnyOrder ? _masks.ContainsKey(e.Name) : (_masks.GetValueOrDefault(e.Name) & (1u << step)) != 0));
        return source?.Properties is { } properties && properties.TryGetValue(property, out string? value) ? value : null;
    }

    // Ticks from the first step at which each step was reached first, as far as the person got.
    private (long Start, long[] Reached) Ordered(FunnelEvent[] events)
    {
        long[] times = [.. events.Select(e => e.At.ToUnixTimeTicks())];
        uint[] masks = [.. events.Select(e => _masks.GetValueOrDefault(e.Name))];
        long window = (long)definition.Window.TotalTicks;
        int level = FunnelScanner.Level(times, masks, definition.Steps.Count, window, definition.Mode);
        if (level == 0)
        {
            return (0, []);
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
    private static (long Start, long[] Reached) Backwards(long[] times, uint[] masks, int last, int level, long window)
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
        return (start, [.. reached.Select(t => Math.Max(0, t - start))]);
    }

    private (long Start, long[] Reached) Unordered(FunnelEvent[] events)
    {
        long window = (long)definition.Window.TotalTicks;
        long[] best = [];
        long bestStart = 0;
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
                (bestStart, best) = (start, [.. reached]);
            }
        }

        return (bestStart, best);
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
