using EcomOps.Rules.DecisionSets;
using NodaTime;
using RulesEngine.Models;
using Rival = RulesEngine.RulesEngine;

namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>One decision over 100 rules of 3 conditions, alone, traced, and against the RulesEngine package in the same run.</summary>
public sealed class DecisionGate : IGate
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 1, 0, 0);

    /// <inheritdoc />
    public string Name => "rules/decision-100";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        RuleSet set = OrderRules.Compile(OrderRules.Document(100));
        BenchOrder[] orders = OrderRules.Orders(64);
        int next = 0;
        Decision? sink = null;
        void Decide() => sink = set.Evaluate(orders[next++ & 63], At);
        void Trace() => sink = set.Evaluate(orders[next++ & 63], At, EvaluationOptions.WithTrace);
        double decision = Measurement.BestNanoseconds(Decide);
        double bytes = Measurement.AllocatedBytes(Decide, 6400);
        double traced = Measurement.BestNanoseconds(Trace);
        yield return GateResult.AtMost("rules/decision-100-time", decision / 1000, "us", 5);
        yield return GateResult.AtMost("rules/decision-100-memory", bytes, "B", 1024);
        yield return GateResult.AtMost("rules/decision-100-traced", traced / 1000, "us", 20);

        Rival rival = NewRival();
        RuleParameter[][] inputs = [.. orders.Select(o => new[] { new RuleParameter("order", o) })];
        object? rivalSink = null;
        void Compete() => rivalSink = rival.ExecuteAllRulesAsync("orders", inputs[next++ & 63]).AsTask().GetAwaiter().GetResult();
        double rivalTime = Measurement.BestNanoseconds(Compete);
        double rivalBytes = Measurement.AllocatedBytes(Compete, 640);
        GC.KeepAlive(rivalSink);
        GC.KeepAlive(sink);
        yield return GateResult.AtLeast("rules/decision-100-faster-than-RulesEngine", rivalTime / decision, "x", 8);
        yield return GateResult.AtLeast("rules/decision-100-leaner-than-RulesEngine", rivalBytes / bytes, "x", 50);
    }

    private static Rival NewRival() => new([new Workflow
    {
        WorkflowName = "orders",
        Rules = [.. Enumerable.Range(0, 100).Select(i => new Rule
        {
            RuleName = "r" + i,
            SuccessEvent = "action-" + i,
            Expression = $"order.Country == \"C{i % 20}\" && order.Total >= {i}.5 && order.Items >= {i % 5}",
        })],
    }]);
}
