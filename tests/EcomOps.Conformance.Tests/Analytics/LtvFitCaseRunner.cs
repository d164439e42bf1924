using System.Text.Json;
using EcomOps.Analytics.Ltv;
using EcomOps.Conformance.Tests.Harness;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>Maximum-likelihood fits of <c>ltv-cases.json</c>: parameters, total log-likelihood, standard errors, and the same optimum from random starts.</summary>
public sealed class LtvFitCaseRunner : ICaseRunner
{
    private const int RandomStarts = 20;

    /// <inheritdoc />
    public string File => "ltv-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ["fits"];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        JsonElement data = element.GetProperty("data");
        string path = data.ValueKind == JsonValueKind.String ? data.GetString()!.Split([',', ' '])[0] : string.Empty;
        if (path.Length > 0 && !LtvData.Exists(path))
        {
            return;
        }

        Func<double[]?, ModelFit> fit = Fitter(element.GetProperty("model").GetString()!, path, data);
        Check(element, fit(null));
        var random = new Random(20261124);
        double[] reference = [.. element.GetProperty("params").EnumerateObject().Select(p => p.Value.GetDouble())];
        for (int start = 0; start < RandomStarts; start++)
        {
            double[] from = [.. reference.Select(p => p * Math.Exp((random.NextDouble() - 0.5) * 4))];
            Check(element, fit(from));
        }
    }

    private static Func<double[]?, ModelFit> Fitter(string model, string path, JsonElement data)
    {
        switch (model)
        {
            case "gamma-gamma":
                IReadOnlyList<SpendObservation> spend = LtvData.Spend(path);
                return start => GammaGammaModel.Fit(spend, start).Estimate!;
            case "sbg":
                double customers = data.GetProperty("customers").GetDouble();
                double[] alive = [.. data.GetProperty("survival").EnumerateArray().Select(s => s.GetDouble() * customers)];
                return start => SbgModel.Fit(alive, start).Estimate!;
            default:
                var summaries = LtvData.Summaries(path);
                return model switch
                {
                    "nbd" => start => NbdModel.Fit(summaries, start).Estimate!,
                    "bg-nbd" => start => BgNbdModel.Fit(summaries, start).Estimate!,
                    "mbg-nbd" => start => MbgNbdModel.Fit(summaries, start).Estimate!,
                    "pareto-nbd" => start => ParetoNbdModel.Fit(summaries, start).Estimate!,
                    "bg-bb" => start => BgBbModel.Fit(summaries, start).Estimate!,
                    _ => throw new InvalidOperationException($"Unknown model {model}."),
                };
        }
    }

    private static void Check(JsonElement element, ModelFit fit)
    {
        Assert.True(
            fit.LogLikelihood >= element.GetProperty("logLikelihood").GetDouble() - element.GetProperty("llTolerance").GetDouble(),
            $"Log-likelihood {fit.LogLikelihood} lies below the reference.");
        double tolerance = element.GetProperty("paramTolerance").GetDouble();
        foreach (JsonProperty expected in element.GetProperty("params").EnumerateObject())
        {
            double value = fit.Parameters.Single(p => p.Name == expected.Name).Value;
            Assert.True(Math.Abs((value / expected.Value.GetDouble()) - 1) <= tolerance, $"{expected.Name} is {value}, expected {expected.Value}.");
        }

        if (element.TryGetProperty("standardErrors", out JsonElement errors))
        {
            foreach (JsonProperty expected in errors.EnumerateObject())
            {
                double? value = fit.Parameters.Single(p => p.Name == expected.Name).StandardError;
                Assert.True(value is { } v && Math.Abs((v / expected.Value.GetDouble()) - 1) <= 0.01, $"Standard error of {expected.Name} is {value}, expected {expected.Value}.");
            }
        }
    }
}
