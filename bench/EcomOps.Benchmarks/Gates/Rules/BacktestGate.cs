using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EcomOps.Rules.Backtesting;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>Two versions of twenty rules over recorded decisions, from text to report.</summary>
public sealed class BacktestGate : IGate
{
    private const int Lines = 30_000;

    /// <inheritdoc />
    public string Name => "rules/backtest-lines-per-minute";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        Vocabulary vocabulary = Vocabulary.Create("bench")
            .Attribute("order.total", AttributeType.Decimal with { Scale = 2 })
            .Attribute("order.items", AttributeType.Int)
            .Attribute("ship.country", AttributeType.String)
            .Attribute("customer.vip", AttributeType.Bool)
            .Attribute("velocity.cards", AttributeType.Int)
            .Attribute("customer.createdAt", AttributeType.Timestamp)
            .Build();
        RuleSet before = Set(vocabulary, 3);
        RuleSet after = Set(vocabulary, 4);
        string[] lines = [.. Enumerable.Range(0, Lines).Select(Line)];
        double best = 0;
        for (int i = 0; i < 3; i++)
        {
            long start = Stopwatch.GetTimestamp();
            BacktestReport report = Backtest.Run(before, after, lines);
            double perMinute = report.Accepted / Stopwatch.GetElapsedTime(start).TotalMinutes;
            best = Math.Max(best, perMinute);
        }

        yield return GateResult.AtLeast(Name, best, "lines/min", 1_000_000);
    }

    private static RuleSet Set(Vocabulary vocabulary, int cards)
    {
        IEnumerable<string> rules = Enumerable.Range(0, 20).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"  - {{ id: r{i}, when: \"velocity.cards >= {cards + i} && order.total > {i}0.00 && ship.country != 'C{i}'\", then: {{ action: {(i % 3 == 0 ? "block" : "review")} }} }}\n"));
        return RuleSet.Parse("ruleSet: bench/screening\nhitPolicy: first\nrules:\n" + string.Concat(rules) + "default: { action: pass }\n", vocabulary).Require();
    }

    private static string Line(int i) => JsonSerializer.Serialize(new
    {
        id = "d" + i,
        at = "2026-11-01T10:00:00Z",
        label = i % 50 == 0 ? "disputed" : "succeeded",
        amount = i % 500 + ".50",
        facts = new
        {
            order = new { total = i % 500 + ".50", items = i % 9 },
            ship = new { country = "C" + (i % 30) },
            customer = new { vip = false, createdAt = "2026-10-31T10:00:00Z" },
            velocity = new { cards = i % 12 },
        },
    });
}
