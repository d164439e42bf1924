using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>10,000 rules of which a key leaves 10: an equality key and a range key.</summary>
public sealed class IndexGate : IGate
{
    /// <inheritdoc />
    public string Name => "rules/index-10000";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        yield return Measure("rules/index-10000-equality", i => $"order.key == {i % 1000} && order.total >= {i % 97} && order.items >= {i % 5}");
        yield return Measure("rules/index-10000-range", i => $"order.total >= {i / 50.0m:0.00} && order.total < {(i + 10) / 50.0m:0.00} && order.items >= {i % 5}");
    }

    private static GateResult Measure(string name, Func<int, string> condition)
    {
        RuleSet set = OrderRules.Compile(new RuleSetDocument
        {
            Id = "bench/keyed",
            HitPolicy = HitPolicy.Collect,
            Outcome = OutcomeType.Of("string"),
            Rules = Enumerable.Range(0, 10_000).Select(i => new RuleDefinition { Id = "r" + i, When = condition(i), Then = "a" + (i % 7) }).ToValueList(),
        });
        BenchOrder[] orders = [.. Enumerable.Range(0, 64).Select(i => new BenchOrder("NL", (i * 3) + 0.5m, i % 9, i * 15))];
        Instant at = Instant.FromUtc(2026, 11, 1, 0, 0);
        int next = 0;
        Decision? sink = null;
        double time = Measurement.BestNanoseconds(() => sink = set.Evaluate(orders[next++ & 63], at));
        GC.KeepAlive(sink);
        return GateResult.AtMost(name, time / 1000, "us", 20);
    }
}
