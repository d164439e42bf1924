using System.Text.Json;
using EcomOps.Analytics.Promotions;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>Sets of <c>promo-effect-cases.json</c>: simulations with known truth, scored as their README asks.</summary>
public sealed class PromoEffectCaseRunner : ICaseRunner
{
    /// <inheritdoc />
    public string File => "promo-effect-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ["sets"];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        IReadOnlyList<PromotionEffect> effects = PromotionAnalysis.Analyse(Study(element));
        JsonElement[] truths = [.. element.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("truth"))];
        string scenario = element.GetProperty("scenario").GetString()!;
        double baseline = Wape(effects, truths, "baselineUnits", e => e.Baseline.Units);
        Assert.True(baseline <= 0.05, $"Baseline WAPE {baseline}.");
        if (scenario == "null")
        {
            double sum = effects.Sum(e => e.Uplift.Units), all = truths.Sum(t => t.GetProperty("baselineUnits").GetDouble());
            Assert.True(Math.Abs(sum) <= 0.03 * all, $"Uplift without effect sums to {sum} of {all}.");
            Assert.DoesNotContain(effects, e => e.AdjustedPValue < 0.01);
        }
        else
        {
            double uplift = Wape(effects, truths, "upliftUnits", e => e.Uplift.Units);
            Assert.True(uplift <= 0.10, $"Uplift WAPE {uplift}.");
        }

        if (scenario == "dip")
        {
            double pull = Wape(effects, truths, "pullForwardUnits", e => e.PullForward.Units);
            Assert.True(pull <= 0.25, $"Pull-forward WAPE {pull}.");
        }

        if (scenario is "cannibal" or "full")
        {
            double lost = Wape(effects, truths, "cannibalisedUnits", e => e.Cannibalised.Units);
            Assert.True(lost <= 0.30, $"Cannibalisation WAPE {lost}.");
        }
    }

    /// <summary>Reads a set as a study.</summary>
    internal static PromotionStudy Study(JsonElement element)
    {
        JsonElement relations = element.GetProperty("relations");
        return new PromotionStudy(
            [
                .. element.GetProperty("skus").EnumerateArray().Select(s => new ProductSeries(
                    s.GetProperty("sku").GetString()!, Money.Eur(s.GetProperty("price").GetDecimal()), Money.Eur(s.GetProperty("unitCost").GetDecimal()), [.. s.GetProperty("units").EnumerateArray().Select(u => u.GetInt64())])),
            ],
            [
                .. element.GetProperty("events").EnumerateArray().Select(e => new PromotionEvent(
                    e.GetProperty("id").GetString()!, e.GetProperty("sku").GetString()!, e.GetProperty("startWeek").GetInt32(), e.GetProperty("weeks").GetInt32(),
                    e.GetProperty("discount").GetDecimal(), Money.Eur(e.GetProperty("fixedCost").GetDecimal()))),
            ],
            [.. relations.GetProperty("untouched").EnumerateArray().Select(u => u.GetString()!)])
        {
            Substitutes = Turned(relations.GetProperty("substituteOf")),
            Complements = Turned(relations.GetProperty("complementOf")),
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Turned(JsonElement pairs) => pairs.EnumerateObject()
        .GroupBy(p => p.Value.GetString()!).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.Name)]);

    private static double Wape(IReadOnlyList<PromotionEffect> effects, JsonElement[] truths, string name, Func<PromotionEffect, double> value)
    {
        double error = 0, sum = 0;
        for (int i = 0; i < truths.Length; i++)
        {
            double truth = truths[i].GetProperty(name).GetDouble();
            error += Math.Abs(value(effects[i]) - truth);
            sum += Math.Abs(truth);
        }

        return sum == 0 ? 0 : error / sum;
    }
}
