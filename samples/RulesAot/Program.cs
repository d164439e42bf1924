using EcomOps.Core;
using EcomOps.Rules.Cel;
using EcomOps.Rules.Checking;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;
using NodaTime;
using RulesAot;

const string Yaml = """
    ruleSet: sample/shipping
    version: 1
    currency: EUR
    hitPolicy: first
    outcome: { method: string, note: string }
    lists:
      neighbours: [BE, DE, LU]
    variables:
      - { name: pieces, expr: 'basket.lines.map(l, l.quantity).sum()' }
      - { name: fragile, expr: 'basket.lines.exists(l, l.sku.matches("^GLASS-[0-9]+$"))' }
    rules:
      - id: coupon
        when: basket.?coupon.orValue("") == "FREESHIP"
        then: { method: standard, note: free by coupon }
      - id: fragile
        when: fragile && pieces <= 10
        then: { method: courier, note: "=string(pieces) + ' pieces, handle with care'" }
      - id: large
        when: basket.total >= 50 && basket.country in list("neighbours")
        then: { method: parcel, note: "='worth ' + string(basket.total)" }
    default: { method: standard, note: nothing special }
    """;

// A pure function of the host, with a cost of its own.
CelFunction sum = CelFunction.Create<IReadOnlyList<object?>, long>("list(int).sum() -> int", numbers => numbers.Sum(n => (long)n!), cost: 10);
var options = new RuleSetOptions { Name = "shipping.yaml", Functions = [sum] };

RuleSetResult broken = RuleSet.Parse(Yaml.Replace("basket.total >=", "basket.totl >=", StringComparison.Ordinal), Basket.Vocabulary, options);
Diagnostic problem = broken.Diagnostics.First(d => d.Severity == Severity.Error);
Console.WriteLine($"A broken document: {problem.Path} {problem.Message}");

RuleSetCheck check = RuleSetChecker.Check(RuleSet.Parse(Yaml, Basket.Vocabulary, options), Basket.Vocabulary);
Console.WriteLine($"Findings: {string.Join(", ", check.Diagnostics.Select(d => d.Code).Distinct())}");

RuleSet set = RuleSet.Parse(Yaml, Basket.Vocabulary, options).Require();
Instant at = Instant.FromUtc(2026, 11, 27, 18, 0);
Basket[] baskets =
[
    new("NL", Money.Eur(12.50m), "FREESHIP", []),
    new("NL", Money.Eur(30m), null, [new("GLASS-7", 2, Money.Eur(10m)), new("MUG", 1, Money.Eur(10m))]),
    new("BE", Money.Eur(80m), null, [new("TEE", 4, Money.Eur(20m))]),
    new("FR", Money.Eur(80m), null, []),
];
int wrong = 0;
string[] expected = ["free by coupon", "3 pieces, handle with care", "worth 80.00 EUR", "nothing special"];
for (int i = 0; i < baskets.Length; i++)
{
    string note = set.Evaluate(baskets[i], at) is Decided decided ? decided.Outcome.Get<string>("note") : "(none)";
    wrong += note == expected[i] ? 0 : 1;
    Console.WriteLine($"{baskets[i].Country} {baskets[i].Total}: {note}");
}

Console.WriteLine(set.Explain(baskets[3], at));
return wrong == 0 && check.Diagnostics.All(d => d.Severity != Severity.Error) ? 0 : 1;
