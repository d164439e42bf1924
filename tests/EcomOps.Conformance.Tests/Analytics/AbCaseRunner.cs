using System.Text.Json;
using EcomOps.Analytics.Experiments;
using EcomOps.Conformance.Tests.Harness;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>Cases of <c>ab-cases.json</c>.</summary>
public sealed class AbCaseRunner : ICaseRunner
{
    /// <inheritdoc />
    public string File => "ab-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ((string[])["two-sample", "post-stratification", "srm-chi2", "samplesize-prop-arcsine", "samplesize-prop-unpooled", "samplesize-ttest", "samplesize-total",
        "samplesize-multi-metric", "two-proportion-z-pooled", "proportion-ci", "multiple-testing", "mid-experiment-power", "beta-binomial"]).Select(k => "cases/" + k);

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        JsonElement input = element.GetProperty("input");
        Dictionary<string, object?> answer = element.GetProperty("kind").GetString() switch
        {
            "two-sample" => TwoSamples(input),
            "post-stratification" => Strata(input),
            "srm-chi2" => Srm(input),
            "samplesize-prop-arcsine" => Arcsine(input),
            "samplesize-prop-unpooled" => Size(SampleSizes.ProportionUnpooled(D(input, "p1"), D(input, "p2"), D(input, "alpha"), D(input, "power"), D(input, "ratio"))),
            "samplesize-ttest" => Size(SampleSizes.TTest(D(input, "d"), D(input, "alpha"), D(input, "power"))),
            "samplesize-total" => Total(input),
            "samplesize-multi-metric" => MultiMetric(input),
            "two-proportion-z-pooled" => ZTest(input),
            "proportion-ci" => Intervals(input),
            "multiple-testing" => Multiple(input),
            "mid-experiment-power" => MidPower(input),
            "beta-binomial" => Beta(input),
            var kind => throw new InvalidOperationException($"Unknown kind {kind}."),
        };
        double tolerance = D(element, "tolerance");
        bool relative = element.TryGetProperty("toleranceKind", out JsonElement toleranceKind) && toleranceKind.GetString() == "relative";
        foreach (JsonProperty expected in element.GetProperty("expected").EnumerateObject())
        {
            Compare(expected.Name, expected.Value, answer[expected.Name], tolerance, relative);
        }
    }

    private static void Compare(string name, JsonElement expected, object? actual, double tolerance, bool relative)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Null:
                Assert.True(actual is null, $"{name} is {actual}, expected nothing.");
                break;
            case JsonValueKind.Array:
                object?[] items = [.. ((System.Collections.IEnumerable)actual!).Cast<object?>()];
                Assert.Equal(expected.GetArrayLength(), items.Length);
                for (int i = 0; i < items.Length; i++)
                {
                    Compare($"{name}[{i}]", expected[i], items[i], tolerance, relative);
                }

                break;
            case JsonValueKind.Number:
                double e = expected.GetDouble(), a = Convert.ToDouble(actual);
                Assert.True(Math.Abs(a - e) <= (relative ? tolerance * Math.Abs(e) : tolerance), $"{name} is {a:R}, expected {e:R}.");
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Assert.Equal(expected.GetBoolean(), actual);
                break;
            default:
                Assert.Equal(expected.GetString(), actual);
                break;
        }
    }

    private static Dictionary<string, object?> TwoSamples(JsonElement input)
    {
        string test = input.GetProperty("test").GetString()!;
        SampleStatistic control = Statistic(input.GetProperty("control")), treatment = Statistic(input.GetProperty("treatment"));
        DifferenceKind difference = Difference(input);
        double alpha = D(input, "alpha");
        if (test == "bayes-normal")
        {
            JsonElement p = input.GetProperty("prior");
            BayesianResult b = TwoSample.Bayes(control, treatment, alpha, difference, p.GetProperty("proper").GetBoolean() ? new NormalPrior(D(p, "mean"), D(p, "variance")) : null);
            return new() { ["effect"] = b.Effect, ["se"] = b.StandardError, ["ci"] = (double?[])[b.Low, b.High], ["error"] = Error(b.Error), ["chanceToWin"] = b.ChanceToWin, ["risk"] = (double[])[b.RiskOfControl, b.RiskOfTreatment] };
        }

        Alternative alternative = test.EndsWith("greater", StringComparison.Ordinal) ? Alternative.Greater : test.EndsWith("less", StringComparison.Ordinal) ? Alternative.Less : Alternative.TwoSided;
        TwoSampleResult r = test.StartsWith("sequential", StringComparison.Ordinal)
            ? TwoSample.Sequential(control, treatment, alpha, difference, input.TryGetProperty("tuning", out JsonElement tuning) ? tuning.GetDouble() : 5000, alternative)
            : TwoSample.Welch(control, treatment, alpha, difference, alternative);
        return new() { ["effect"] = r.Effect, ["se"] = r.StandardError, ["ci"] = (double?[])[r.Low, r.High], ["error"] = Error(r.Error), ["p"] = r.PValue };
    }

    private static Dictionary<string, object?> Strata(JsonElement input)
    {
        TwoSampleResult r = PostStratification.Compare(
            [.. input.GetProperty("strata").EnumerateArray().Select(s => (Statistic(s.GetProperty("control")), Statistic(s.GetProperty("treatment"))))], 0.05, Difference(input));
        return new() { ["effect"] = r.Effect, ["se"] = r.StandardError };
    }

    private static Dictionary<string, object?> Srm(JsonElement input)
    {
        SrmResult r = SrmCheck.Test([.. input.GetProperty("users").EnumerateArray().Select(u => u.GetInt64())], Doubles(input, "weights"));
        return new() { ["chi2"] = r.ChiSquare, ["p"] = r.PValue };
    }

    private static Dictionary<string, object?> Arcsine(JsonElement input)
    {
        Dictionary<string, object?> size = Size(SampleSizes.ProportionArcsine(D(input, "p1"), D(input, "p2"), D(input, "alpha"), D(input, "power"), D(input, "ratio")));
        size["h"] = SampleSizes.CohenH(D(input, "p1"), D(input, "p2"));
        return size;
    }

    private static Dictionary<string, object?> Size(double n) => new() { ["n1"] = n, ["n1Ceil"] = Math.Ceiling(n) };

    private static Dictionary<string, object?> Total(JsonElement input)
    {
        double variance = input.GetProperty("type").GetString() == "binomial" ? D(input, "p") * (1 - D(input, "p")) : D(input, "var");
        return new() { ["nTotal"] = SampleSizes.Total(variance, D(input, "mde"), D(input, "alpha"), D(input, "power"), Doubles(input, "alloc"), input.GetProperty("comparisons").GetString() == "all-vs-all") };
    }

    private static Dictionary<string, object?> MultiMetric(JsonElement input)
    {
        MetricPlan[] metrics =
        [
            .. input.GetProperty("metrics").EnumerateArray().Select(m => new MetricPlan(
                D(m, "mean"), D(m, "var"), D(m, "relativeMde"), m.GetProperty("type").GetString() == "binomial",
                (m.TryGetProperty("direction", out JsonElement d) ? d.GetString() : null) switch { "increase" => Alternative.Greater, "decrease" => Alternative.Less, _ => null })),
        ];
        double[] weights = Doubles(input, "weights");
        double alpha = 1 - D(input, "confidence"), power = D(input, "power");
        return new()
        {
            ["requiredTotalPerMetric"] = SampleSizes.MultiMetric(metrics, alpha, power, weights),
            ["optimalTotal"] = SampleSizes.OptimalTotal(metrics, alpha, power, weights.Length),
        };
    }

    private static Dictionary<string, object?> ZTest(JsonElement input)
    {
        ProportionTestResult r = ProportionTest.Compare(Proportion(input.GetProperty("control")), Proportion(input.GetProperty("treatment")), D(input, "confidence"));
        return new() { ["z"] = r.Z, ["p"] = r.PValue, ["wald95"] = Ends(r.Wald), ["newcombe95"] = Ends(r.Newcombe) };
    }

    private static Dictionary<string, object?> Intervals(JsonElement input)
    {
        double k = D(input, "k"), n = D(input, "n"), confidence = D(input, "confidence");
        return new()
        {
            ["wald"] = Ends(ProportionIntervals.Wald(k, n, confidence)),
            ["wilson"] = Ends(ProportionIntervals.Wilson(k, n, confidence)),
            ["agrestiCoull"] = Ends(ProportionIntervals.AgrestiCoull(k, n, confidence)),
            ["clopperPearson"] = Ends(ProportionIntervals.ClopperPearson(k, n, confidence)),
            ["jeffreys"] = Ends(ProportionIntervals.Jeffreys(k, n, confidence)),
        };
    }

    private static Dictionary<string, object?> Multiple(JsonElement input)
    {
        MultiplicityMethod method = input.GetProperty("method").GetString() switch
        {
            "bonferroni" => MultiplicityMethod.Bonferroni,
            "holm" => MultiplicityMethod.Holm,
            "hochberg" or "simes-hochberg" => MultiplicityMethod.Hochberg,
            "hommel" => MultiplicityMethod.Hommel,
            "fdr_bh" or "bh" or "benjamini-hochberg" => MultiplicityMethod.BenjaminiHochberg,
            "fdr_by" or "by" or "benjamini-yekutieli" => MultiplicityMethod.BenjaminiYekutieli,
            var other => throw new InvalidOperationException($"Unknown method {other}."),
        };
        IReadOnlyList<double> adjusted = MultipleTests.Adjust(Doubles(input, "p"), method);
        return new() { ["adjusted"] = adjusted, ["reject"] = adjusted.Select(p => p <= D(input, "alpha")).ToArray() };
    }

    private static Dictionary<string, object?> MidPower(JsonElement input)
    {
        JsonElement tuning = input.GetProperty("sequentialTuning");
        double? factor = SampleSizes.FurtherFactor(
            Statistic(input.GetProperty("control")), Statistic(input.GetProperty("treatment")), Difference(input), D(input, "targetEffect"), D(input, "alpha"), D(input, "targetPower"),
            tuning.ValueKind == JsonValueKind.Number ? tuning.GetDouble() : null);
        return new() { ["extraFactor"] = factor, ["extraFactorExact"] = factor };
    }

    private static Dictionary<string, object?> Beta(JsonElement input)
    {
        BetaBinomialResult r = BetaBinomial.Compare(Proportion(input.GetProperty("a")), Proportion(input.GetProperty("b")), D(input, "priorAlpha"), D(input, "priorBeta"));
        return new() { ["probBBeatsA"] = r.ProbabilityBBeatsA, ["expectedLossChoosingB"] = r.ExpectedLossChoosingB };
    }

    private static SampleStatistic Statistic(JsonElement e) => e.GetProperty("type").GetString() switch
    {
        "mean" => Mean(e),
        "proportion" => Proportion(e),
        "mean-cuped" => new CupedMeanStatistic(Mean(e.GetProperty("post")), Mean(e.GetProperty("pre")), D(e, "postPre")),
        "ratio" => new RatioStatistic(Mean(e.GetProperty("num")), Mean(e.GetProperty("den")), D(e, "numDen")),
        "ratio-cuped" => new CupedRatioStatistic(Mean(e.GetProperty("numPost")), Mean(e.GetProperty("denPost")), Mean(e.GetProperty("numPre")), Mean(e.GetProperty("denPre")))
        {
            NumPostNumPre = D(e, "numPostNumPre"),
            DenPostDenPre = D(e, "denPostDenPre"),
            NumPreDenPre = D(e, "numPreDenPre"),
            NumPostDenPost = D(e, "numPostDenPost"),
            NumPostDenPre = D(e, "numPostDenPre"),
            NumPreDenPost = D(e, "numPreDenPost"),
        },
        "quantile" => new QuantileStatistic(D(e, "n"), D(e, "level"), D(e, "estimate"), D(e, "lower"), D(e, "upper")),
        var other => throw new InvalidOperationException($"Unknown statistic {other}."),
    };

    private static MeanStatistic Mean(JsonElement e) => new(D(e, "n"), D(e, "sum"), D(e, "sumSq"));

    private static ProportionStatistic Proportion(JsonElement e) => new(D(e, "n"), D(e, "successes"));

    private static DifferenceKind Difference(JsonElement input) => input.GetProperty("difference").GetString() == "absolute" ? DifferenceKind.Absolute : DifferenceKind.Relative;

    private static string? Error(TwoSampleError? error) => error switch
    {
        TwoSampleError.ZeroNegativeVariance => "ZERO_NEGATIVE_VARIANCE",
        null => null,
        var other => other.ToString(),
    };

    private static double[] Ends(ConfidenceInterval interval) => [interval.Low, interval.High];

    private static double D(JsonElement e, string name) => e.GetProperty(name).GetDouble();

    private static double[] Doubles(JsonElement e, string name) => [.. e.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
}
