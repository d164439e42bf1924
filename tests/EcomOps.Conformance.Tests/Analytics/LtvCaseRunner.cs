using System.Text.Json;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>Single values of <c>ltv-cases.json</c> at given parameters.</summary>
public sealed class LtvCaseRunner : ICaseRunner
{
    /// <inheritdoc />
    public string File => "ltv-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds =>
        ((string[])["log-likelihood", "probability-alive", "probability-alive-next", "expected-purchases", "expected-purchases-sum", "expected-purchases-new-customer", "purchase-count-pmf",
            "expected-average-spend", "lifetime-value", "lifetime-value-sum", "survival", "retention-rate", "discounted-expected-lifetime", "discounted-expected-residual-lifetime"]).Select(k => "cases/" + k);

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        JsonElement input = element.GetProperty("input");
        if (input.TryGetProperty("data", out JsonElement data) && !LtvData.Exists(data.GetString()!))
        {
            return;
        }

        double value = Value(element.GetProperty("model").GetString()!, element.GetProperty("fn").GetString()!, element.GetProperty("params"), input);
        double expected = element.GetProperty("expected").GetDouble(), tolerance = element.GetProperty("tolerance").GetDouble();
        double allowed = element.TryGetProperty("toleranceKind", out JsonElement kind) && kind.GetString() == "relative" ? tolerance * Math.Abs(expected) : tolerance;
        Assert.True(Math.Abs(value - expected) <= allowed, $"{row.Id}: {value:R}, expected {expected:R}.");
    }

    private static double Value(string model, string fn, JsonElement p, JsonElement input)
    {
        double In(string name) => input.GetProperty(name).GetDouble();
        return (model, fn) switch
        {
            ("gamma-gamma", _) => (double)Spend(p).ExpectedAverageSpend(input.GetProperty("frequency").GetInt32(), Money.Usd((decimal)In("averageSpend")))!.Value.Amount,
            ("bg-nbd+gamma-gamma", "lifetime-value") => Ltv(p, input, History(input), In("averageSpend")),
            ("bg-nbd+gamma-gamma", _) => LtvData.WithSpend(input.GetProperty("data").GetString()!).Sum(c => Ltv(p, input, c.History, c.Spend)),
            ("sbg", "survival") => Sbg(p).Survival(input.GetProperty("period").GetInt32()),
            ("sbg", "retention-rate") => Sbg(p).RetentionRate(input.GetProperty("period").GetInt32()),
            ("sbg", "discounted-expected-lifetime") => Sbg(p).DiscountedExpectedLifetime(In("discount")),
            ("sbg", _) => Sbg(p).DiscountedExpectedResidualLifetime(input.GetProperty("renewals").GetInt32(), In("discount")),
            (_, "log-likelihood") => Model(model, p).LogLikelihood(History(input)),
            (_, "probability-alive" or "probability-alive-next") => Model(model, p).ProbabilityAlive(History(input)),
            (_, "expected-purchases") => Model(model, p).ExpectedPurchases(History(input), In("horizon")),
            (_, "expected-purchases-new-customer") => Model(model, p).ExpectedPurchases(In("horizon")),
            (_, "expected-purchases-sum") => LtvData.Summaries(input.GetProperty("data").GetString()!).Items.Sum(c => c.Weight * Model(model, p).ExpectedPurchases(c, In("horizon"))),
            (_, "purchase-count-pmf") => ((BgNbdModel)Model(model, p)).PurchaseCountProbability(input.GetProperty("count").GetInt32(), In("horizon")),
            _ => throw new InvalidOperationException($"Unknown {model} {fn}."),
        };
    }

    private static double Ltv(JsonElement p, JsonElement input, RepeatSummary history, double spend)
    {
        var model = new LifetimeValueModel(Model("bg-nbd", p.GetProperty("bg")), Spend(p.GetProperty("gg")));
        var horizon = new LifetimeHorizon(input.GetProperty("months").GetInt32(), input.GetProperty("monthlyDiscount").GetDouble(), input.GetProperty("weeksPerMonth").GetDouble());
        return (double)model.LifetimeValue(history, Money.Usd((decimal)spend), horizon)!.Value.Amount;
    }

    private static RepeatSummary History(JsonElement input) => new(
        input.GetProperty("frequency").GetInt32(), input.GetProperty("recency").GetDouble(), input.TryGetProperty("periods", out JsonElement n) ? n.GetDouble() : input.GetProperty("age").GetDouble());

    private static GammaGammaModel Spend(JsonElement p) => new(P(p, "p"), P(p, "q"), P(p, "v"));

    private static SbgModel Sbg(JsonElement p) => new(P(p, "alpha"), P(p, "beta"));

    private static PurchaseModel Model(string model, JsonElement p) => model switch
    {
        "nbd" => new NbdModel(P(p, "r"), P(p, "alpha")),
        "bg-nbd" => new BgNbdModel(P(p, "r"), P(p, "alpha"), P(p, "a"), P(p, "b")),
        "mbg-nbd" => new MbgNbdModel(P(p, "r"), P(p, "alpha"), P(p, "a"), P(p, "b")),
        "pareto-nbd" => new ParetoNbdModel(P(p, "r"), P(p, "alpha"), P(p, "s"), P(p, "beta")),
        "bg-bb" => new BgBbModel(P(p, "alpha"), P(p, "beta"), P(p, "gamma"), P(p, "delta")),
        _ => throw new InvalidOperationException($"Unknown model {model}."),
    };

    private static double P(JsonElement p, string name) => p.GetProperty(name).GetDouble();
}
