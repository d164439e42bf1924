using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>1,000 orders against 100 rules.</summary>
public sealed class BatchGate : IGate
{
    /// <inheritdoc />
    public string Name => "rules/batch-1000x100";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        RuleSet set = OrderRules.Compile(OrderRules.Document(100));
        BenchOrder[] orders = OrderRules.Orders(1000);
        Instant at = Instant.FromUtc(2026, 11, 1, 0, 0);
        int matched = 0;
        double time = Measurement.BestNanoseconds(() =>
        {
            foreach (BenchOrder order in orders)
            {
                matched += ((Decided)set.Evaluate(order, at)).Matched.Count & 1;
            }
        });
        GC.KeepAlive(matched);
        yield return GateResult.AtMost(Name, time / 1e6, "ms", 2);
    }
}
