using EcomOps.Analytics.Experiments;
using EcomOps.Core;

namespace EcomOps.Analytics.Growth.Internal;

internal sealed class RegionEstimate(ReturnEstimate estimate, RegionMethod method, double durationRatio)
{
    // Below this the quantiles of Student's t are still wide and one odd region decides.
    private const int Few = 10;

    public IncrementalReturnOutcome Run(IReadOnlyList<TestRegion> regions)
    {
        TestRegion[] exposed = [.. regions.Where(r => r.IsExposed)], control = [.. regions.Where(r => !r.IsExposed)];
        return regions.Any(r => r.Pair is not null) ? Paired(regions) : Grouped(exposed, control);
    }

    private IncrementalReturnOutcome Grouped(TestRegion[] exposed, TestRegion[] control)
    {
        if (exposed.Length < 2 || control.Length < 2)
        {
            return ReturnEstimate.TooFew($"There are {exposed.Length} exposed and {control.Length} control regions; each arm needs two, better ten.");
        }

        IReadOnlyList<Issue> caveats = Caveats(Math.Min(exposed.Length, control.Length), "regions in an arm");
        if (method == RegionMethod.DifferenceInDifferences)
        {
            return estimate.Welch(MeanStatistic.Of(control.Select(Change)), MeanStatistic.Of(exposed.Select(Change)), exposed.Length, caveats);
        }

        double before = exposed.Sum(r => r.Before);
        return control.Sum(r => r.Before) > 0 && before > 0
            ? estimate.Welch(RatioStatistic.Of(control.Select(r => (r.During, r.Before))), RatioStatistic.Of(exposed.Select(r => (r.During, r.Before))), before, caveats)
            : NothingBefore;
    }

    private IncrementalReturnOutcome Paired(IReadOnlyList<TestRegion> regions)
    {
        TestRegion[][] pairs = [.. regions.GroupBy(r => r.Pair, StringComparer.Ordinal).Select(g => g.OrderByDescending(r => r.IsExposed).ToArray())];
        if (pairs.FirstOrDefault(p => p is not [{ Pair: not null, IsExposed: true }, { IsExposed: false }]) is { } odd)
        {
            return new IncrementalReturnOutcome.NotEstimable(IncrementalReturnError.IncompletePairs, odd[0].Pair is { } name
                ? $"Pair '{name}' has {odd.Count(r => r.IsExposed)} exposed and {odd.Count(r => !r.IsExposed)} control regions; it needs one of each."
                : $"Region '{odd[0].Id}' has no pair though others have; give every region a pair or none.");
        }

        if (pairs.Length < 2)
        {
            return ReturnEstimate.TooFew("There is one pair of regions; two are needed, better ten.");
        }

        if (method == RegionMethod.RatioScaling && pairs.Any(p => !(p[1].Before > 0)))
        {
            return NothingBefore;
        }

        MeanStatistic differences = MeanStatistic.Of(pairs.Select(p => method == RegionMethod.RatioScaling ? p[0].During - (p[0].Before * p[1].During / p[1].Before) : Change(p[0]) - Change(p[1])));
        return estimate.Student(differences.Sum, Math.Sqrt(differences.Variance * differences.N), differences.N - 1, Caveats(pairs.Length, "pairs"));
    }

    private double Change(TestRegion region) => region.During - (durationRatio * region.Before);

    private static IReadOnlyList<Issue> Caveats(int units, string what) => units >= Few ? [] :
    [
        new("few_regions", "regions", $"Only {units} {what}: one odd region can decide the result, and the interval assumes that regions change roughly normally. Repeat the test or use ten or more.", Severity.Warning),
    ];

    private static IncrementalReturnOutcome NothingBefore { get; } = new IncrementalReturnOutcome.NotEstimable(
        IncrementalReturnError.NothingBefore, "A region sold nothing before the test, so its growth cannot be told; leave it out or use differences.");
}
