using System.Diagnostics;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>Hostile documents are refused quickly: the slowest of a set of attacks.</summary>
public sealed class HostileDocumentGate : IGate
{
    /// <inheritdoc />
    public string Name => "rules/hostile-document";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        string[] attacks =
        [
            "ruleSet: a\nrules: " + new string('[', 500_000),
            "{\"ruleSet\":" + new string('[', 500_000),
            "ruleSet: " + new string('x', 1_000_000),
            "ruleSet: a\nrules:\n- {id: r, then: 1, when: \"" + new string('(', 500_000) + "\"}\n",
            "ruleSet: a\nrules:\n- {id: r, then: 1, when: \"'x'.matches('" + string.Concat(Enumerable.Repeat("(a*)*", 5_000)) + "')\"}\n",
            "a: &a [1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nruleSet: *c\n",
            "ruleSet: a\nrules:\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"- {{id: r, then: {i}}}\n")),
            "ruleSet: a\nrules: [" + string.Concat(Enumerable.Repeat("{},", 200_000)) + "]\n",
            new string('a', 3_000_000),
            string.Concat(Enumerable.Range(0, 60_000).Select(i => $"key{i}: {i}\n")),
        ];
        double worst = 0;
        foreach (string attack in attacks)
        {
            double best = double.MaxValue;
            for (int i = 0; i < 3; i++)
            {
                long start = Stopwatch.GetTimestamp();
                RuleSetResult result = RuleSet.Parse(attack, OrderRules.Vocabulary);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (result.Set is not null)
                {
                    throw new InvalidOperationException("A hostile document was accepted.");
                }
            }

            worst = Math.Max(worst, best);
        }

        yield return GateResult.AtMost(Name, worst, "ms", 100);
    }
}
