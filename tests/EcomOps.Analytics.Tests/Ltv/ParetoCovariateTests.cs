using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Ltv;
using EcomOps.Analytics.Ltv.Internal;
using NodaTime;

namespace EcomOps.Analytics.Tests.Ltv;

/// <summary>Pareto/NBD with characteristics of customers, on simulated shops whose truth is known.</summary>
public sealed class ParetoCovariateTests
{
    private const double R = 0.9, Alpha = 5, S = 0.8, Beta = 9;
    private static readonly double[] OnRate = [0.6, -0.3], OnLeaving = [-0.5, 0.4];
    private static readonly string[] Names = ["newsletter", "distance"];

    private static readonly Lazy<(RepeatSummaries Data, double[][] Z, ParetoNbdCovariateModel Model)> Fitted = new(() =>
    {
        (RepeatSummary[] rows, double[][] z) = Simulate(4000, seed: 3);
        RepeatSummaries data = RepeatSummaries.Of(TimeUnit.Week, rows);
        return (data, z, ParetoNbdCovariateModel.Fit(data, Names, z));
    });

    [Fact]
    public void Effects_and_parameters_are_recovered_within_their_standard_errors()
    {
        ParetoNbdCovariateModel model = Fitted.Value.Model;
        double squares = 0;
        foreach ((CovariateEffect effect, double rate, double leaving) in model.Effects.Zip(OnRate, OnLeaving))
        {
            double byRate = (effect.OnRate - rate) / effect.OnRateError!.Value, byLeaving = (effect.OnLeaving - leaving) / effect.OnLeavingError!.Value;
            Assert.InRange(byRate, -2.6, 2.6);
            Assert.InRange(byLeaving, -2.6, 2.6);
            squares += (byRate * byRate) + (byLeaving * byLeaving);
            Assert.True(effect.OnRateError < 0.1 && effect.OnLeavingError < 0.25, $"{effect}");
        }

        foreach ((FittedParameter parameter, double truth) in model.Estimate.Parameters.Zip((double[])[R, Alpha, S, Beta]))
        {
            Assert.InRange((parameter.Value - truth) / parameter.StandardError!.Value, -2.6, 2.6);
        }

        Assert.InRange(squares, 0, 13.3);
    }

    [Fact]
    public void Standard_errors_are_the_spread_of_estimates_over_shops()
    {
        double[] z = [.. Enumerable.Range(0, 40).Select(k =>
        {
            (RepeatSummary[] rows, double[][] characteristics) = Simulate(800, seed: 100 + k);
            var model = ParetoNbdCovariateModel.Fit(RepeatSummaries.Of(TimeUnit.Week, rows), ["newsletter", "distance"], characteristics);
            return (model.Effects[0].OnRate - OnRate[0]) / model.Effects[0].OnRateError!.Value;
        })];
        // The mean of 40 squared standard normal numbers lies in this range with probability 0.99.
        Assert.InRange(z.Average(v => v * v), 0.52, 1.67);
    }

    [Fact]
    public void Without_characteristics_the_likelihood_is_that_of_the_plain_model()
    {
        (RepeatSummary[] rows, double[][] z) = Simulate(300, seed: 8);
        RepeatSummaries data = RepeatSummaries.Of(TimeUnit.Week, [.. rows, new(0, 0, 30, 2.5), new(4, 30, 30)]);
        double[][] zero = [.. data.Items.Select(_ => new double[2])], some = [.. z, [1, 0.3], [0, -0.2]];
        var plain = new ParetoNbdModel(0.7, 8, 0.5, 11);
        double expected = data.Items.Sum(row => row.Weight * plain.LogLikelihood(row));
        double[] at = [Math.Log(0.7), Math.Log(8), Math.Log(0.5), Math.Log(11), 0.4, -0.2, 0.3, 0.1], gradient = new double[8];
        Assert.Equal(expected, -CovariateLikelihood.Negative(data, zero, ParetoNbdCustomer.Kernel())(at, gradient), 8);

        // With them it is the sum over customers of the plain model with parameters of their own.
        double own = data.Items.Zip(some).Sum(p => p.First.Weight * new ParetoNbdModel(
            0.7, 8 * Math.Exp((-0.4 * p.Second[0]) + (0.2 * p.Second[1])), 0.5, 11 * Math.Exp((-0.3 * p.Second[0]) - (0.1 * p.Second[1]))).LogLikelihood(p.First));
        Assert.Equal(own, -CovariateLikelihood.Negative(data, some, ParetoNbdCustomer.Kernel())(at, gradient), 8);
    }

    [Theory]
    [InlineData("pareto")]
    [InlineData("bg")]
    public void The_gradient_is_that_of_finite_differences(string which)
    {
        (RepeatSummary[] rows, double[][] z) = Simulate(200, seed: 5);
        RepeatSummaries data = RepeatSummaries.Of(TimeUnit.Week, [.. rows, new(3, 30, 30)]);
        Objective objective = CovariateLikelihood.Negative(data, [.. z, [1, 0.5]], which == "bg" ? BgNbdCustomer.Kernel() : ParetoNbdCustomer.Kernel());
        foreach (double[] at in (double[][])[[-0.2, 1.5, -0.4, 2.2, 0.3, -0.2, -0.4, 0.2], [0.7, 2.4, 0.3, 0.5, 1.2, 0.9, 0.8, -1.1], [-1, 1, 1, 1, 0, 0, 0, 0]])
        {
            double[] gradient = new double[8], ignored = new double[8];
            objective(at, gradient);
            for (int i = 0; i < at.Length; i++)
            {
                double At(double h) => objective([.. at.Select((v, j) => j == i ? v + h : v)], ignored);
                double numeric = ((8 * (At(1e-3) - At(-1e-3))) - (At(2e-3) - At(-2e-3))) / 12e-3;
                Assert.Equal(numeric, gradient[i], 1e-5 * Math.Max(1, Math.Abs(numeric)));
            }
        }
    }

    [Fact]
    public void Several_starts_end_in_the_same_place()
    {
        (RepeatSummaries data, double[][] z, ParetoNbdCovariateModel model) = Fitted.Value;
        foreach (double[] start in (double[][])[[0.3, 20, 2, 3, 1, 1, 1, 1], [2, 2, 0.3, 30, 3, 0.3, 0.3, 3]])
        {
            var other = ParetoNbdCovariateModel.Fit(data, Names, z, start);
            Assert.Equal(model.Estimate.LogLikelihood, other.Estimate.LogLikelihood, 5);
            Assert.All(model.Estimate.Parameters.Zip(other.Estimate.Parameters), p => Assert.Equal(1, p.First.Value / p.Second.Value, 3));
        }

        Assert.Throws<ArgumentException>(() => ParetoNbdCovariateModel.Fit(data, Names, z, [1, 1, 1, 1]));
    }

    [Fact]
    public void The_likelihood_ratio_tells_effects_from_none()
    {
        (RepeatSummaries data, double[][] z, ParetoNbdCovariateModel model) = Fitted.Value;
        Assert.Equal(ParetoNbdModel.Fit(data).Estimate!.LogLikelihood, model.Plain.LogLikelihood, 9);
        Assert.Equal(2 * (model.Estimate.LogLikelihood - model.Plain.LogLikelihood), model.LikelihoodRatio, 9);
        Assert.True(model.LikelihoodRatio > 100 && model.PValue < 1e-15, $"{model.LikelihoodRatio} {model.PValue}");

        // Of characteristics without effect the ratio is chi-square with two degrees of freedom: mean 2, and a tenth above 4.61.
        double[] ratios = [.. Enumerable.Range(0, 40).Select(k =>
        {
            var random = new Random(k);
            (RepeatSummary[] rows, _) = Simulate(500, seed: 200 + k);
            return ParetoNbdCovariateModel.Fit(RepeatSummaries.Of(TimeUnit.Week, rows), ["noise"], [.. rows.Select(_ => (double[])[random.Next(2)])]).LikelihoodRatio;
        })];
        Assert.InRange(ratios.Average(), 1.2, 3.0);
        Assert.InRange(ratios.Count(v => v > 4.605), 0, 10);
        Assert.All(ratios, v => Assert.InRange(v, 0, 18));
    }

    [Fact]
    public void Predictions_are_those_of_the_plain_model_with_the_customers_parameters_and_fit_what_comes()
    {
        (RepeatSummaries data, double[][] z, ParetoNbdCovariateModel model) = Fitted.Value;
        double[] alive = model.ProbabilityAlive(data, z), expected = model.ExpectedPurchases(data, z, 26);
        ParetoNbdModel of = model.For(z[7]);
        Assert.Equal(model.Reference.Alpha * Math.Exp(-(model.Effects[0].OnRate * z[7][0]) - (model.Effects[1].OnRate * z[7][1])), of.Alpha, 10);
        Assert.Equal(model.Reference.Beta * Math.Exp(-(model.Effects[0].OnLeaving * z[7][0]) - (model.Effects[1].OnLeaving * z[7][1])), of.Beta, 10);
        Assert.Equal(of.ProbabilityAlive(data.Items[7]), alive[7], 12);
        Assert.Equal(of.ExpectedPurchases(data.Items[7], 26), expected[7], 12);
        Assert.All(alive, p => Assert.InRange(p, 0, 1));

        // The simulation goes on for 26 weeks with the same numbers; the sums of both groups come out within four errors.
        (RepeatSummary[] later, _) = Simulate(4000, seed: 3, observed: 78);
        foreach (double group in (double[])[0, 1])
        {
            int[] rows = [.. Enumerable.Range(0, z.Length).Where(i => z[i][0] == group)];
            double[] rest = [.. rows.Select(i => later[i].Frequency - data.Items[i].Frequency - expected[i])];
            Assert.InRange(rest.Sum() / Math.Sqrt(rest.Sum(d => d * d)), -4, 4);
        }

        Assert.Throws<ArgumentException>(() => model.ExpectedPurchases(data, [.. z.Skip(1)], 26));
        Assert.Throws<ArgumentException>(() => model.ProbabilityAlive(RepeatSummaries.Of(TimeUnit.Day, data.Items), z));
        Assert.Throws<ArgumentException>(() => model.For([1]));
        Assert.Throws<ArgumentException>(() => model.For([1, double.NaN]));
    }

    [Fact]
    public void Few_or_equal_customers_give_no_NaN_and_characteristics_that_cannot_be_told_are_refused()
    {
        foreach (RepeatSummary[] rows in (RepeatSummary[][])[[new(1, 5, 10), new(0, 0, 10)], [.. Enumerable.Repeat(new RepeatSummary(3, 20, 26), 20)], [.. Enumerable.Repeat(new RepeatSummary(0, 0, 0), 20)]])
        {
            RepeatSummaries data = RepeatSummaries.Of(TimeUnit.Week, rows);
            double[][] z = [.. rows.Select((_, i) => (double[])[i % 2])];
            var model = ParetoNbdCovariateModel.Fit(data, ["odd"], z);
            Assert.True(double.IsFinite(model.Estimate.LogLikelihood) && double.IsFinite(model.LikelihoodRatio));
            Assert.DoesNotContain(model.Estimate.Parameters, p => double.IsNaN(p.Value) || p.StandardError is double.NaN);
            Assert.True(model.PValue is null or (>= 0 and <= 1));
            Assert.All(model.ExpectedPurchases(data, z, 13).Concat(model.ProbabilityAlive(data, z)), v => Assert.True(double.IsFinite(v)));
        }

        RepeatSummaries two = RepeatSummaries.Of(TimeUnit.Week, [new(1, 5, 10), new(0, 0, 10)]);
        Assert.Contains("vip", Assert.Throws<ArgumentException>(() => ParetoNbdCovariateModel.Fit(two, ["vip"], [[1], [1]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ParetoNbdCovariateModel.Fit(RepeatSummaries.Of(TimeUnit.Week, []), ["vip"], []));
    }

    // Each customer draws from a seed of its own, so that a longer observation continues the same lives. The seeds are drawn too:
    // neighbouring seeds of the framework's generator give numbers that spread more evenly than chance.
    private static (RepeatSummary[] Rows, double[][] Characteristics) Simulate(int customers, int seed, double observed = 52)
    {
        var seeds = new Random(seed);
        RepeatSummary[] rows = new RepeatSummary[customers];
        double[][] z = new double[customers][];
        for (int i = 0; i < customers; i++)
        {
            var shop = new SimulatedShop(seeds.Next());
            z[i] = [i % 2, Math.Round(shop.Uniform() * 4) / 4];
            double age = observed - (i % 13);
            double rate = (OnRate[0] * z[i][0]) + (OnRate[1] * z[i][1]), leaving = (OnLeaving[0] * z[i][0]) + (OnLeaving[1] * z[i][1]);
            rows[i] = SimulatedShop.Summary(shop.Pareto(R, Alpha * Math.Exp(-rate), S, Beta * Math.Exp(-leaving), age), age);
        }

        return (rows, z);
    }
}
