using System.Diagnostics;
using System.Globalization;
using EcomOps.Rules.Analysis;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Benchmarks.Gates.Rules;

/// <summary>Analysis of 200 rules over 6 attributes: a complete table, random boxes in order, and random boxes that must not meet.</summary>
public sealed class AnalysisGate : IGate
{
    private static readonly string[] Countries = ["NL", "BE", "DE", "FR", "US", "GB", "SE", "PL", "ES", "IT"];
    private static readonly string[] Methods = ["card", "paypal", "invoice", "sepa"];
    private static readonly string[] Totals = ["total < 50.00", "total >= 50.00"];
    private static readonly string[] Items = ["items < 2", "items >= 2 && items < 5", "items >= 5 && items < 10", "items >= 10 && items < 50", "items >= 50"];
    private static readonly string[] Scores = ["score <= 60.0 && (vip || method != 'invoice')", "!(score <= 60.0 && (vip || method != 'invoice'))"];

    /// <inheritdoc />
    public string Name => "rules/analysis-200x6";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        Vocabulary domain = Vocabulary.Create("bench")
            .Attribute("country", AttributeType.Enumeration(Countries))
            .Attribute("method", AttributeType.Enumeration(Methods))
            .Attribute("total", AttributeType.Decimal with { Scale = 2, Minimum = 0m, Maximum = 100_000m })
            .Attribute("items", AttributeType.Int with { Minimum = 0L, Maximum = 1_000L })
            .Attribute("paid", AttributeType.Decimal with { Scale = 2, Minimum = 0m, Maximum = 100_000m })
            .Attribute("vip", AttributeType.Bool)
            .Attribute("score", AttributeType.Double with { Minimum = 0d, Maximum = 100d })
            .Build();
        yield return Time("table", domain, HitPolicyKind.Unique, Table());
        yield return Time("first", domain, HitPolicyKind.First, Random(200));
        yield return Time("unique", domain, HitPolicyKind.Unique, Random(200));
        yield return Time("bands", domain, HitPolicyKind.Unique, Bands(200));
    }

    // Ten countries, two prices, five quantities, two scores: every input has exactly one row.
    private static IEnumerable<string> Table() =>
        from country in Countries
        from total in Totals
        from items in Items
        from score in Scores
        select $"country == '{country}' && {total} && {items} && {score}";

    // Conditions between two fields: each band of the difference has one rule.
    private static IEnumerable<string> Bands(int count) => Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"total - paid >= {i}.00 && total - paid < {i + 1}.00 && items > {i % 7} && country != '{Countries[i % 10]}'"));

    private static IEnumerable<string> Random(int count)
    {
        Random random = new(7);
        for (int i = 0; i < count; i++)
        {
            int low = random.Next(900);
            int items = random.Next(900);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"country in ['{Countries[random.Next(10)]}', '{Countries[random.Next(10)]}'] && total >= {low}.50 && total < {low + random.Next(1, 900)}.25 && items > {items} && items <= {items + random.Next(1, 500)} && method != '{Methods[random.Next(4)]}' && {(random.Next(2) == 0 ? "vip" : "score >= 20.5")} && score < {random.Next(21, 99)}.0");
        }
    }

    private GateResult Time(string name, Vocabulary domain, HitPolicyKind policy, IEnumerable<string> conditions)
    {
        AnalysisInput input = new()
        {
            Domain = domain,
            HitPolicy = policy,
            Rules = [.. conditions.Select((when, i) => AnalysisRule.Parse("r" + i, when, "o" + (i % 7)))],
        };
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long start = Stopwatch.GetTimestamp();
            RuleAnalyzer.Analyze(input);
            TimeSpan took = Stopwatch.GetElapsedTime(start);
            best = took < best ? took : best;
        }

        return GateResult.AtMost($"{Name}-{name}", best.TotalMilliseconds, "ms", 2_000);
    }
}
