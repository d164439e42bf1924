using System.Text.Json;
using EcomOps.Analytics.Promotions;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>Intervals over all sets of <c>promo-effect-cases.json</c> together.</summary>
public sealed class PromoIntervalTests
{
    private static readonly string[] Quantities = ["upliftUnits", "baselineUnits", "pullForwardUnits", "cannibalisedUnits", "haloUnits", "netOwnUnits", "netCategoryUnits", "subsidy", "incrementalMargin"];

    public static TheoryData<string> EachQuantity => [.. Quantities];

    // Side effects end at 0, where most of their truths lie, so that no fewer than the nominal share is asked of them, and no more refused.
    [Theory]
    [MemberData(nameof(EachQuantity))]
    public void Ninety_percent_intervals_cover_the_truth_for_80_to_98_percent_of_the_events(string quantity)
    {
        if (CaseFile.Find("promo-effect-cases.json") is not { } file)
        {
            return;
        }

        double covered = Covered(file, quantity);
        Assert.InRange(covered, 0.80, quantity is "pullForwardUnits" or "cannibalisedUnits" or "haloUnits" ? 1 : 0.98);
    }

    [Fact]
    public void Intervals_of_all_quantities_together_are_neither_too_narrow_nor_too_wide()
    {
        if (CaseFile.Find("promo-effect-cases.json") is { } file)
        {
            Assert.InRange(Covered(file, Quantities), 0.80, 0.98);
        }
    }

    private static double Covered(CaseFile file, params string[] quantities)
    {
        int inside = 0, all = 0;
        foreach (JsonElement set in file.Root.GetProperty("sets").EnumerateArray())
        {
            IReadOnlyList<PromotionEffect> effects = PromotionAnalysis.Analyse(PromoEffectCaseRunner.Study(set));
            foreach ((int i, JsonElement e) in set.GetProperty("events").EnumerateArray().Index())
            {
                foreach (string quantity in quantities)
                {
                    double truth = e.GetProperty("truth").GetProperty(quantity).GetDouble();
                    (double low, double high) = Interval(effects[i], quantity);

                    // Without a declared substitute there is nothing to estimate: not a covered truth, but none.
                    if (low < high)
                    {
                        inside += truth >= low && truth <= high ? 1 : 0;
                        all++;
                    }
                }
            }
        }

        return (double)inside / all;
    }

    private static (double Low, double High) Interval(PromotionEffect effect, string quantity)
    {
        UnitEstimate? units = quantity switch
        {
            "upliftUnits" => effect.Uplift,
            "baselineUnits" => effect.Baseline,
            "pullForwardUnits" => effect.PullForward,
            "cannibalisedUnits" => effect.Cannibalised,
            "haloUnits" => effect.Halo,
            "netOwnUnits" => effect.NetOwn,
            "netCategoryUnits" => effect.NetCategory,
            _ => null,
        };
        (Money low, Money high) = quantity == "subsidy" ? effect.SubsidyInterval : effect.MarginInterval;
        return units is null ? ((double)low.Amount, (double)high.Amount) : (units.Low, units.High);
    }
}
