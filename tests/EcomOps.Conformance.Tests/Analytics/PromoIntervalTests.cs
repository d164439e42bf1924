using System.Text.Json;
using EcomOps.Analytics.Promotions;
using EcomOps.Conformance.Tests.Harness;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>Intervals over all sets of <c>promo-effect-cases.json</c> together.</summary>
public sealed class PromoIntervalTests
{
    [Theory]
    [InlineData("upliftUnits")]
    [InlineData("baselineUnits")]
    public void Ninety_percent_intervals_cover_the_truth_for_80_to_98_percent_of_the_events(string quantity)
    {
        if (CaseFile.Find("promo-effect-cases.json") is not { } file)
        {
            return;
        }

        int inside = 0, all = 0;
        foreach (JsonElement set in file.Root.GetProperty("sets").EnumerateArray())
        {
            IReadOnlyList<PromotionEffect> effects = PromotionAnalysis.Analyse(PromoEffectCaseRunner.Study(set));
            foreach ((int i, JsonElement e) in set.GetProperty("events").EnumerateArray().Index())
            {
                double truth = e.GetProperty("truth").GetProperty(quantity).GetDouble();
                UnitEstimate estimate = quantity == "upliftUnits" ? effects[i].Uplift : effects[i].Baseline;
                inside += truth >= estimate.Low && truth <= estimate.High ? 1 : 0;
                all++;
            }
        }

        Assert.InRange((double)inside / all, 0.80, 0.98);
    }
}
