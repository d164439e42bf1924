using System.Globalization;
using System.Text;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>Reading, checking and compiling a document of 1,000 rules.</summary>
public sealed class CompileGate : IGate
{
    /// <inheritdoc />
    public string Name => "rules/compile-1000";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        var text = new StringBuilder("ruleSet: bench/compile\nhitPolicy: collect\noutcome: string\nrules:\n");
        for (int i = 0; i < 1000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- id: r{i}\n  when: {OrderRules.Condition(i)}\n  then: action-{i}\n");
        }

        string yaml = text.ToString();
        string json = RuleSet.Parse(yaml, OrderRules.Vocabulary).Require().Document.ToJson();
        object? sink = null;
        yield return GateResult.AtMost("rules/compile-1000-yaml", Measurement.BestNanoseconds(() => sink = RuleSet.Parse(yaml, OrderRules.Vocabulary).Require(), 5, 100) / 1e6, "ms", 150);
        yield return GateResult.AtMost("rules/compile-1000-json", Measurement.BestNanoseconds(() => sink = RuleSet.Parse(json, OrderRules.Vocabulary).Require(), 5, 100) / 1e6, "ms", 150);
        GC.KeepAlive(sink);
    }
}
