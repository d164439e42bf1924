using System.Text.Json;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Conformance.Tests.Harness;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>The holdout table of <c>ltv-cases.json</c>.</summary>
public sealed class LtvHoldoutCaseRunner : ICaseRunner
{
    /// <inheritdoc />
    public string File => "ltv-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ["holdout"];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        if (!LtvData.Exists(element.GetProperty("data").GetString()!))
        {
            return;
        }

        LocalDate from = LocalDatePattern.Iso.Parse(element.GetProperty("calibrationEnd").GetString()!).Value;
        LocalDate until = LocalDatePattern.Iso.Parse(element.GetProperty("holdoutEnd").GetString()!).Value;
        CustomerOrders orders = LtvData.Transactions();
        RepeatSummaries summaries = orders.ToRepeatSummaries(from);
        IReadOnlyList<int> actual = orders.PurchaseDays(from, until);
        JsonElement truth = element.GetProperty("actual");
        Assert.Equal(truth.GetProperty("purchases").GetInt32(), actual.Sum());
        Assert.Equal(truth.GetProperty("spend").GetDecimal(), orders.ValueOf(from, until).Amount);

        double horizon = element.GetProperty("horizonWeeks").GetDouble();
        JsonElement tolerance = element.GetProperty("tolerance");
        foreach (JsonProperty model in element.GetProperty("models").EnumerateObject())
        {
            PurchaseModel fitted = model.Name switch
            {
                "nbd" => NbdModel.Fit(summaries),
                "bg-nbd" => BgNbdModel.Fit(summaries),
                "mbg-nbd" => MbgNbdModel.Fit(summaries),
                "pareto-nbd" => ParetoNbdModel.Fit(summaries),
                _ => throw new InvalidOperationException($"Unknown model {model.Name}."),
            };
            HoldoutReport report = HoldoutReport.Compute(fitted, summaries, actual, horizon);
            Near("sum", report.Expected);
            Near("mae", report.MeanAbsoluteError);
            Near("rmse", report.RootMeanSquaredError);
            Near("msle", report.MeanSquaredLogError);

            void Near(string figure, double value) => Assert.True(
                Math.Abs(value - model.Value.GetProperty(figure).GetDouble()) <= tolerance.GetProperty(figure).GetDouble(), $"{model.Name} {figure} is {value}, expected {model.Value.GetProperty(figure)}.");
        }
    }
}
