using EcomOps.Rules.Analysis;
using EcomOps.Rules.Analysis.Internal;
using EcomOps.Rules.Documents;
using FsCheck;
using FsCheck.Xunit;

namespace EcomOps.Rules.Tests.Analysis;

public sealed class BruteForceTests
{
    private static readonly HitPolicyKind[] Policies = Enum.GetValues<HitPolicyKind>();

    [Property(MaxTest = 500)]
    public void Findings_are_those_of_listing_every_input(DoNotSize<int> seed) =>
        Assert.Equal(Expected(seed.Item, true, out List<AnalysisFinding> found, new AnalysisOptions()), found.Select(BruteForce.Text).Order());

    [Property(MaxTest = 500)]
    public void Linear_reasoning_finds_what_listing_every_input_finds(DoNotSize<int> seed) =>
        Assert.Equal(Expected(seed.Item, false, out List<AnalysisFinding> found, new AnalysisOptions { MostHardPoints = 1, MostLinearPoints = 1 }), found.Select(BruteForce.Text).Order());

    [Property(MaxTest = 500)]
    public void Beyond_the_fragment_nothing_is_claimed_that_is_not_so_and_no_overlap_or_gap_is_lost(DoNotSize<int> seed)
    {
        IEnumerable<string> expected = Expected(seed.Item, true, out List<AnalysisFinding> found, new AnalysisOptions { MostHardPoints = 1, MostLinearPoints = 1 });
        Assert.All(
            found.Where(f => f.Certainty == Certainty.Proven && f is not ShadowedRule && !f.Rules.Any(r => expected.Contains("unsatisfiable " + r))),
            f => Assert.Contains(BruteForce.Text(f), expected));
        Assert.All(expected.Where(e => e == "gap" || e.StartsWith("overlap", StringComparison.Ordinal)), e => Assert.Contains(e, found.Select(BruteForce.Text)));
    }

    [Property(MaxTest = 500)]
    public void A_tiny_budget_leaves_findings_undecided_but_never_wrong(DoNotSize<int> seed)
    {
        IEnumerable<string> expected = Expected(seed.Item, true, out List<AnalysisFinding> found, new AnalysisOptions { BoxesPerQuestion = 2 });
        Assert.All(found.Where(f => f.Certainty == Certainty.Proven && f is not ShadowedRule), f => Assert.Contains(BruteForce.Text(f), expected));
        Assert.All(expected.Where(e => !e.StartsWith("shadowed", StringComparison.Ordinal)), e => Assert.Contains(found, f => BruteForce.Text(f) == e || f is { Certainty: Certainty.Undecided, Kind: "unsatisfiable" }));
    }

    private static IEnumerable<string> Expected(int seed, bool nonLinear, out List<AnalysisFinding> found, AnalysisOptions options)
    {
        RandomConditions random = new(seed, nonLinear);
        random.MakeDomain();
        Formula[] constraints = random.Next(3) == 0 ? [random.Condition(1)] : [];
        LoweredRule[] rules = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(i => new LoweredRule(
            "r" + (i + 1),
            [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Condition(2))],
            random.Next(2),
            random.Next(3)))];
        HitPolicyKind policy = Policies[random.Next(Policies.Length)];
        bool hasDefault = random.Next(4) == 0;
        RuleSpace space = new(random.Fields, constraints, rules, options);
        found = new FindingSearch(space, policy, hasDefault).Run();
        foreach (AnalysisFinding finding in found)
        {
            AnalysisWitness? witness = finding is OverlappingRules overlap ? overlap.Witness : finding is GapInRules gap ? gap.Witness : null;
            Assert.True(finding is not (OverlappingRules or GapInRules) || witness is not null || finding.Certainty == Certainty.Undecided);
            Assert.True(witness is null || witness.Values.All(v => random.Fields.Exists(f => f.Path == v.Key)));
        }

        return new BruteForce(random.Fields, constraints, rules, policy, hasDefault).Findings().Order();
    }
}
