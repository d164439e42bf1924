using EcomOps.Rules.Analysis;
using EcomOps.Rules.Analysis.Internal;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Tests.Analysis;

/// <summary>The definitions of the findings, applied to every point of a small domain.</summary>
internal sealed class BruteForce(IReadOnlyList<Field> fields, Formula[] constraints, LoweredRule[] rules, HitPolicyKind policy, bool hasDefault)
{
    public List<string> Findings()
    {
        List<bool[]> points = [];
        Fill(new object?[fields.Count], 0, points);
        List<string> found = [];
        int[] live = [.. Enumerable.Range(0, rules.Length).Where(r => points.Exists(p => p[r]))];
        for (int r = 0; r < rules.Length; r++)
        {
            if (!live.Contains(r))
            {
                found.Add("unsatisfiable " + rules[r].Id);
            }
            else if (points.TrueForAll(p => p[r]))
            {
                found.Add("always-true " + rules[r].Id);
            }
        }

        foreach (int a in live)
        {
            foreach (int b in live.Where(b => b > a))
            {
                bool same = rules[a].Outcome.Equals(rules[b].Outcome);
                if (same && points.TrueForAll(p => p[a] == p[b]))
                {
                    found.Add($"duplicate {rules[a].Id} {rules[b].Id}");
                }

                bool unwanted = policy == HitPolicyKind.Unique || (policy == HitPolicyKind.Any && !same)
                    || (policy == HitPolicyKind.Priority && !same && rules[a].Priority == rules[b].Priority);
                if (unwanted && points.Exists(p => p[a] && p[b]))
                {
                    found.Add($"overlap {rules[a].Id} {rules[b].Id} {same}");
                }
            }
        }

        if (policy is HitPolicyKind.First or HitPolicyKind.Priority)
        {
            int[] order = policy == HitPolicyKind.First ? live : [.. live.OrderByDescending(r => rules[r].Priority)];
            for (int i = 0; i < order.Length; i++)
            {
                int rule = order[i];
                int[] winners = [.. points.Where(p => p[rule]).Select(p => order.First(o => p[o])).Distinct().Order()];
                if (!winners.Contains(rule))
                {
                    found.Add($"shadowed {rules[rule].Id} by {string.Join(',', winners.Select(w => rules[w].Id))}");
                }
            }
        }

        if (!hasDefault && policy is HitPolicyKind.First or HitPolicyKind.Priority or HitPolicyKind.Unique or HitPolicyKind.Any && points.Exists(p => !p.Contains(true)))
        {
            found.Add("gap");
        }

        return found;
    }

    public static string Text(AnalysisFinding finding) => finding switch
    {
        OverlappingRules overlap => $"overlap {overlap.First} {overlap.Second} {overlap.SameOutcome}",
        ShadowedRule shadowed => $"shadowed {shadowed.Rule} by {string.Join(',', shadowed.By)}",
        GapInRules => "gap",
        _ => finding.Kind + " " + string.Join(' ', finding.Rules),
    };

    private void Fill(object?[] point, int depth, List<bool[]> points)
    {
        if (depth < fields.Count)
        {
            foreach (object? value in fields[depth].IsOptional ? fields[depth].Values().Prepend(null!) : fields[depth].Values())
            {
                point[depth] = value;
                Fill(point, depth + 1, points);
            }

            return;
        }

        PointEvaluator evaluator = new(point, static _ => throw new InvalidOperationException("No calls here."));
        if (constraints.All(c => evaluator.Evaluate(c) == Truth.True))
        {
            points.Add([.. rules.Select(r => r.Conjuncts.All(c => evaluator.Evaluate(c) == Truth.True))]);
        }
    }
}
