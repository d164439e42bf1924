using EcomOps.Rules.Analysis;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Tests.Analysis;

public sealed class RuleAnalyzerTests
{
    private static readonly Vocabulary Wide = Vocabulary.Create("wide")
        .Attribute("total", AttributeType.Decimal with { Scale = 2, Minimum = 0m, Maximum = 1_000_000m })
        .Attribute("paid", AttributeType.Decimal with { Scale = 2, Minimum = 0m, Maximum = 1_000_000m })
        .Attribute("n", AttributeType.Int)
        .Attribute("weight", AttributeType.Double with { Minimum = 0d, Maximum = 50d })
        .Attribute("limit", AttributeType.Double with { Minimum = 0d, Maximum = 50d })
        .Attribute("bill", AttributeType.String)
        .Attribute("ship", AttributeType.String)
        .Attribute("created", AttributeType.Timestamp)
        .Attribute("email", AttributeType.String)
        .Attribute("risk.score", AttributeType.Int with { Minimum = 0L, Maximum = 100L }, optional: true)
        .Build();

    [Theory]
    [InlineData("total - paid > 100.00", "total < paid + 100.01", "")]
    [InlineData("total >= paid", "total <= paid", "overlap Proven")]
    [InlineData("total > paid && paid > 999999.98 && total < 1000000.00", "n == 1", "gap Proven;unsatisfiable Proven")]
    [InlineData("n % 2 == 0", "n % 2 == 1 || n % 2 == -1", "")]
    [InlineData("n % 4 == 1", "n % 2 == 0", "gap Proven")]
    [InlineData("n / 10 == 5", "n < 50 || n > 59", "")]
    [InlineData("n / -10 == -5", "n < 50 || n >= 60", "")]
    [InlineData("n > 9223372036854775806 && n < 9223372036854775807", "true", "always-true Proven;unsatisfiable Proven")]
    [InlineData("weight < limit", "weight >= limit", "")]
    [InlineData("weight < limit", "weight > limit", "gap Proven")]
    [InlineData("bill == ship", "bill != ship", "")]
    [InlineData("bill == ship && bill == 'NL' && ship.startsWith('B')", "true", "always-true Proven;unsatisfiable Proven")]
    [InlineData("bill.startsWith('A') && ship == bill", "!(ship.startsWith('A')) || ship != bill", "")]
    [InlineData("now - created < duration('24h')", "created <= now - duration('24h')", "")]
    [InlineData("isBlocked(bill) && bill == ship && !isBlocked(ship)", "true", "always-true Proven;unsatisfiable Proven")]
    [InlineData("isBlocked('x') && bill == 'x' && !isBlocked(bill)", "true", "always-true Proven;unsatisfiable Proven")]
    [InlineData("isBlocked(bill) && !isBlocked(ship)", "false", "gap Proven;unsatisfiable Proven")]
    [InlineData("isBlocked(email) ? total > 10.00 : total < 5.00", "total > 500.00 || total < 3.00", "gap Proven;overlap Proven")]
    [InlineData("email.contains('x') && !email.contains('x')", "true", "always-true Proven;unsatisfiable Proven")]
    [InlineData("email.contains('x')", "email.endsWith('y')", "gap Undecided;overlap Undecided")]
    [InlineData("risk.score >= 50 || !has(risk.score)", "risk.score < 50", "")]
    [InlineData("risk.score >= 50", "!(risk.score >= 50)", "gap Proven")]
    [InlineData("(has(risk.score) ? risk.score : 0) >= 50", "(has(risk.score) ? risk.score : 0) < 50", "")]
    [InlineData("total * 2 > 100.00", "total <= 50.00", "")]
    [InlineData("n * 2 > 10", "n * 2 <= 10", "gap Undecided;overlap Undecided")]
    public void Two_rules_over_wide_domains(string first, string second, string expected)
    {
        AnalysisReport report = Analyze(HitPolicyKind.Unique, first, second);
        string found = string.Join(';', report.Findings.Where(f => f is not OverlappingRules { Second: "r2" } || second != "true").Select(f => $"{f.Kind} {f.Certainty}").Order(StringComparer.Ordinal));
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_contradiction_is_as_small_as_it_gets()
    {
        AnalysisReport report = Analyze(HitPolicyKind.Collect, "total > 5.00 && n > 3 && weight > 2.0 && total < paid && n < 10 && paid < 4.00");
        UnsatisfiableRule finding = Assert.IsType<UnsatisfiableRule>(Assert.Single(report.Findings));
        Assert.Equal([0, 3, 5], finding.Conjuncts);
    }

    [Fact]
    public void Windows_take_part()
    {
        Instant december = Instant.FromUtc(2026, 12, 1, 0, 0);
        AnalysisReport report = RuleAnalyzer.Analyze(new AnalysisInput
        {
            Domain = Wide,
            HitPolicy = HitPolicyKind.Unique,
            Rules =
            [
                AnalysisRule.Parse("r1", "n > 5", "a") with { Until = december },
                AnalysisRule.Parse("r2", "n > 5", "b") with { From = december },
            ],
            HasDefault = true,
        });
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Order_of_conjuncts_and_names_of_fields_change_nothing()
    {
        string[] rules = ["total > 5.00 && n % 3 == 1 && bill == ship", "n % 3 == 1 && total <= 6.00", "!(n % 3 == 1) || bill.startsWith('N')"];
        string[] turned = [.. rules.Select(r => r.Contains("||", StringComparison.Ordinal) ? r : string.Join(" && ", r.Split(" && ").Reverse()))];
        Assert.Equal(Kinds(Analyze(HitPolicyKind.Unique, rules)), Kinds(Analyze(HitPolicyKind.Unique, turned)));
        Assert.NotEmpty(Kinds(Analyze(HitPolicyKind.Unique, rules)));
    }

    private static IEnumerable<string> Kinds(AnalysisReport report) => report.Findings.Select(f => $"{f.Kind} {string.Join(',', f.Rules)} {f.Certainty}");

    private static AnalysisReport Analyze(HitPolicyKind policy, params string[] conditions) => RuleAnalyzer.Analyze(new AnalysisInput
    {
        Domain = Wide,
        HitPolicy = policy,
        Rules = [.. conditions.Select((when, i) => AnalysisRule.Parse($"r{i + 1}", when, $"o{i}"))],
    });
}
