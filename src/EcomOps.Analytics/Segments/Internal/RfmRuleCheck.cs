using EcomOps.Core;

namespace EcomOps.Analytics.Segments.Internal;

// Looks at every cell together with every side of the rules' limits on raw days and counts.
internal static class RfmRuleCheck
{
    public static IReadOnlyList<Issue> Run(RfmRuleSet set, int levels)
    {
        int[] days = Limits(set.Rules.Select(r => r.RecencyDays), 0), counts = Limits(set.Rules.Select(r => r.Frequency), 0);
        int rules = set.Rules.Count;
        long[] matches = new long[rules], wins = new long[rules];
        HashSet<(int Earlier, int Later)> overlaps = [];
        List<string> uncovered = [];
        foreach (RfmScore score in Points(levels, days, counts))
        {
            int first = -1;
            for (int i = 0; i < rules; i++)
            {
                if (!set.Rules[i].Matches(score))
                {
                    continue;
                }

                matches[i]++;
                if (first < 0)
                {
                    first = i;
                    wins[i]++;
                }
                else if (set.Rules[first].Segment != set.Rules[i].Segment)
                {
                    overlaps.Add((first, i));
                }
            }

            if (first < 0 && (uncovered.Count == 0 || uncovered[^1] != Cell(score)))
            {
                uncovered.Add(Cell(score));
            }
        }

        List<Issue> issues = [];
        for (int i = 0; i < rules; i++)
        {
            string path = $"rules[{i}]", name = set.Rules[i].Segment;
            if (matches[i] == 0)
            {
                issues.Add(new Issue("rule_empty", path, $"No score can meet the rule of {name}; widen a range."));
            }
            else if (wins[i] == 0)
            {
                issues.Add(new Issue("rule_shadowed", path, $"{name} never applies: earlier rules take every score it covers. Move it up.", Severity.Warning));
            }
        }

        issues.AddRange(overlaps.OrderBy(o => o).Select(o => new Issue("rule_overlaps", $"rules[{o.Later}]",
            $"{set.Rules[o.Later].Segment} overlaps with the earlier {set.Rules[o.Earlier].Segment}, which wins.", Severity.Info)));
        string[] cells = [.. uncovered.Distinct().Order(StringComparer.Ordinal)];
        if (cells.Length > 0)
        {
            issues.Add(new Issue("cells_uncovered", "rules", $"{cells.Length} cells may be {RfmRuleSet.Unassigned}: {string.Join(", ", cells)}.", Severity.Info));
        }

        return issues;
    }

    private static string Cell(in RfmScore score) => $"{score.R}{score.F}{score.M}";

    private static int[] Limits(IEnumerable<(int Min, int Max)?> ranges, int least)
    {
        SortedSet<int> points = [least];
        foreach ((int Min, int Max)? range in ranges)
        {
            if (range is { } r)
            {
                points.UnionWith([Math.Max(r.Min, least), Math.Max(r.Max, least), r.Max == int.MaxValue ? r.Max : Math.Max(r.Max + 1, least), Math.Max(r.Min - 1, least)]);
            }
        }

        return [.. points];
    }

    private static IEnumerable<RfmScore> Points(int levels, int[] days, int[] counts) =>
        from r in Enumerable.Range(1, levels)
        from f in Enumerable.Range(1, levels)
        from m in Enumerable.Range(1, levels)
        from day in days
        from count in counts
        select new RfmScore(string.Empty, day, count, default, r, f, m);
}
