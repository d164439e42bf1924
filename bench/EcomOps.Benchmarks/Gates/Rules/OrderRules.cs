using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>Orders with country, total and items, and rules of three conjuncts over them, as the anchor's baselines have them.</summary>
internal static class OrderRules
{
    public static Vocabulary<BenchOrder> Vocabulary { get; } = EcomOps.Rules.Vocabularies.Vocabulary.Of<BenchOrder>("bench.order")
        .Text("order.country", o => o.Country)
        .Decimal("order.total", o => o.Total)
        .Int("order.items", o => o.Items)
        .Int("order.key", o => o.Key)
        .Build();

    public static RuleSetDocument Document(int rules, HitPolicy? policy = null) => new()
    {
        Id = "bench/orders",
        HitPolicy = policy ?? HitPolicy.Collect,
        Outcome = OutcomeType.Of("string"),
        Rules = Enumerable.Range(0, rules).Select(i => new RuleDefinition
        {
            Id = "r" + i,
            When = Condition(i),
            Then = "action-" + i,
        }).ToValueList(),
    };

    public static string Condition(int i) => $"order.country == 'C{i % 20}' && order.total >= {i}.50 && order.items >= {i % 5}";

    public static BenchOrder[] Orders(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new BenchOrder("C" + (i % 20), i * 7919 % 200, i % 9, i % 1000))];

    public static RuleSet Compile(RuleSetDocument document) => RuleSet.Compile(document, Vocabulary).Require();
}
