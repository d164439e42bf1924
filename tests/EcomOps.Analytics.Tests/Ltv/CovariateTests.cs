using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;

namespace EcomOps.Analytics.Tests.Ltv;

/// <summary>Covariates and the luck of single customers, on simulated shops whose truth is known.</summary>
public sealed class CovariateTests
{
    private const double R = 0.8, Alpha = 6, A = 0.9, B = 2.5, OnRate = 0.7, OnLeaving = -0.5;

    [Fact]
    public void Effects_of_simulated_customers_are_recovered_within_three_standard_errors()
    {
        (RepeatSummary[] rows, double[][] z) = Simulate(6000, 52, seed: 11);
        BgNbdCovariateModel model = BgNbdCovariateModel.Fit(RepeatSummaries.Of(TimeUnit.Week, rows), ["newsletter"], z);
        CovariateEffect effect = Assert.Single(model.Effects);
        Assert.InRange((effect.OnRate - OnRate) / effect.OnRateError!.Value, -3, 3);
        Assert.InRange((effect.OnLeaving - OnLeaving) / effect.OnLeavingError!.Value, -3, 3);
        foreach ((FittedParameter parameter, double truth) in model.Estimate.Parameters.Zip((double[])[R, Alpha, A, B]))
        {
            Assert.InRange((parameter.Value - truth) / parameter.StandardError!.Value, -3, 3);
        }

        Assert.True(effect.OnRateError < 0.2, "The simulation is large enough for the effect to be told from none.");
        Assert.Equal(model.Reference.Alpha * Math.Exp(-effect.OnRate), model.For([1]).Alpha, 10);
    }

    [Fact]
    public void Covariates_without_effect_leave_the_likelihood_of_the_plain_model()
    {
        (RepeatSummary[] rows, double[][] z) = Simulate(2000, 52, seed: 5);
        RepeatSummaries data = RepeatSummaries.Of(TimeUnit.Week, rows);
        double gain = BgNbdCovariateModel.Fit(data, ["true"], z).Estimate.LogLikelihood - BgNbdModel.Fit(data).Estimate!.LogLikelihood;
        var random = new Random(3);
        double noise = BgNbdCovariateModel.Fit(data, ["noise"], [.. rows.Select(_ => (double[])[random.Next(2)])]).Estimate.LogLikelihood - BgNbdModel.Fit(data).Estimate!.LogLikelihood;
        Assert.InRange(noise, -1e-6, 7);
        Assert.True(gain > 20, $"{gain}");
    }

    [Fact]
    public void A_characteristic_that_is_the_same_for_everybody_is_refused_by_name()
    {
        RepeatSummaries data = RepeatSummaries.Of(TimeUnit.Week, [new RepeatSummary(1, 5, 10), new RepeatSummary(0, 0, 10)]);
        Assert.Contains("vip", Assert.Throws<ArgumentException>(() => BgNbdCovariateModel.Fit(data, ["vip"], [[1], [1]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BgNbdCovariateModel.Fit(data, ["vip"], [[1], [double.NaN]]));
        Assert.Throws<ArgumentException>(() => BgNbdCovariateModel.Fit(data, ["vip"], [[1]]));
    }

    [Fact]
    public void The_interval_of_one_customer_is_wide_repeats_with_its_seed_and_its_futures_average_to_the_expectation()
    {
        var history = new RepeatSummary(4, 28, 30);
        var spend = new GammaGammaModel(6.2, 3.7, 15.4);
        var horizon = new LifetimeHorizon(12, 0.01);
        foreach (PurchaseModel purchases in (PurchaseModel[])[new NbdModel(0.8, 6), new BgNbdModel(0.8, 6, 0.9, 2.5), new MbgNbdModel(0.8, 6, 0.9, 2.5), new ParetoNbdModel(0.8, 6, 0.9, 12)])
        {
            var draws = new Analytics.Ltv.Internal.FutureDraws(7);
            double[] counts = [.. Enumerable.Range(0, 20_000).Select(_ => (double)purchases.Future(history, 52, draws).Count())];
            double mean = counts.Average(), error = Math.Sqrt(counts.Sum(c => (c - mean) * (c - mean)) / counts.Length / counts.Length);
            Assert.InRange((mean - purchases.ExpectedPurchases(history, 52)) / error, -4, 4);

            var model = new LifetimeValueModel(purchases, spend);
            (Money low, Money high) = model.PredictiveInterval(history, Money.Eur(25), horizon, seed: 1);
            Money value = model.LifetimeValue(history, Money.Eur(25), horizon)!.Value;
            Assert.True(low < value && value < high, $"{purchases.Name}: {low} {value} {high}");
            Assert.Equal((low, high), model.PredictiveInterval(history, Money.Eur(25), horizon, seed: 1));
        }
    }

    [Fact]
    public void Futures_of_the_discrete_model_average_to_the_expectation()
    {
        var model = new BgBbModel(1.2, 0.75, 0.66, 2.8);
        var history = new RepeatSummary(3, 5, 6);
        var draws = new Analytics.Ltv.Internal.FutureDraws(9);
        double[] counts = [.. Enumerable.Range(0, 20_000).Select(_ => (double)model.Future(history, 5, draws).Count())];
        double mean = counts.Average(), error = Math.Sqrt(counts.Sum(c => (c - mean) * (c - mean)) / counts.Length / counts.Length);
        Assert.InRange((mean - model.ExpectedPurchases(history, 5)) / error, -4, 4);
    }

    private static (RepeatSummary[] Rows, double[][] Characteristics) Simulate(int customers, double age, int seed)
    {
        var shop = new SimulatedShop(seed);
        RepeatSummary[] rows = new RepeatSummary[customers];
        double[][] z = new double[customers][];
        for (int i = 0; i < customers; i++)
        {
            z[i] = [i % 2];
            rows[i] = SimulatedShop.Summary(shop.Geometric(R, Alpha * Math.Exp(-OnRate * z[i][0]), A * Math.Exp(OnLeaving * z[i][0]), B, age, afterFirst: false), age);
        }

        return (rows, z);
    }
}
