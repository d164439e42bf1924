using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using FsCheck.Xunit;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class SamplePathTests
{
    private const int Horizon = 8;

    private static readonly double[] Steady = [.. Enumerable.Range(0, 60).Select(t => 50.0 + (17 * t % 23) - (7 * t % 11))];
    private static readonly double[] Rare = [.. Enumerable.Range(0, 60).Select(t => t % 7 == 0 ? 1.0 + (t % 3) : 0)];
    private static readonly double[] Weights = [.. Enumerable.Range(0, 60).Select(t => 2.5 + (0.37 * (17 * t % 23)))];

    public static TheoryData<string> Kinds => ["steady", "rare", "rare mean", "weights", "random walk", "rare random walk", "weights random walk", "pool"];

    private static Forecast Of(string kind) => kind switch
    {
        "steady" => Forecaster.Automatic.Forecast(DemandSeries.Of(Steady), Horizon),
        "rare" => Forecaster.Automatic.Forecast(DemandSeries.Of(Rare), Horizon),
        "rare mean" => Forecaster.Mean.Forecast(DemandSeries.Of(Rare), Horizon),
        "weights" => Forecaster.Theta.Forecast(DemandSeries.Of(Weights), Horizon),
        "random walk" => Forecaster.Naive.Forecast(DemandSeries.Of(Steady), Horizon),
        "rare random walk" => Forecaster.Naive.Forecast(DemandSeries.Of([.. Rare, 1]), Horizon),
        "weights random walk" => Forecaster.Naive.Forecast(DemandSeries.Of(Weights), Horizon),
        _ => Forecaster.Combine(Forecaster.Theta, Forecaster.Mean).Forecast(DemandSeries.Of(Steady), Horizon),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Sums_over_a_lead_time_spread_as_the_forecast_says(string kind)
    {
        Forecast forecast = Of(kind);
        DemandPaths paths = forecast.SamplePaths(20_000, seed: 1);
        foreach (int n in (int[])[1, 3, Horizon])
        {
            Spreads(forecast.Total(n).Mean, forecast.Total(n).Variance, paths.Sums(1, n));
            Spreads(forecast.At(n).Mean, forecast.At(n).Variance, paths.Sums(n, n));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_period_has_the_distribution_of_the_forecast(string kind)
    {
        Forecast forecast = Of(kind);
        double[] drawn = [.. forecast.SamplePaths(20_000, seed: 3).Sums(5, 5)];
        foreach (double p in (double[])[0.1, 0.5, 0.9, 0.99])
        {
            double level = forecast.Quantile(5, p), share = forecast.At(5).Cdf(level);
            Assert.InRange(drawn.Count(d => d <= level) / 20_000.0, share - (3 * Math.Sqrt(share * (1 - share) / 20_000)) - 1e-9, share + (3 * Math.Sqrt(share * (1 - share) / 20_000)) + 1e-9);
        }
    }

    [Fact]
    public void Independent_periods_stay_independent_and_a_shared_level_goes_through_a_path()
    {
        double[] early = [.. Of("random walk").SamplePaths(5000, 1).Sums(1, 1)], late = [.. Of("random walk").SamplePaths(5000, 1).Sums(2, 2)];
        Assert.InRange(MathNet.Numerics.Statistics.Correlation.Pearson(early, late), 0.6, 0.8);
        DemandPaths rare = Of("rare").SamplePaths(5000, 1);
        Assert.InRange(MathNet.Numerics.Statistics.Correlation.Pearson(rare.Sums(1, 1), rare.Sums(2, 2)), -0.05, 0.05);
    }

    [Fact]
    public void The_seed_decides_and_whole_units_stay_whole()
    {
        DemandPaths one = Of("rare").SamplePaths(50, 5), same = Of("rare").SamplePaths(50, 5), other = Of("rare").SamplePaths(50, 6);
        Assert.Equal((50, Horizon), (one.Count, one.Horizon));
        Assert.Equal(Enumerable.Range(0, 50).SelectMany(i => one[i]), Enumerable.Range(0, 50).SelectMany(i => same[i]));
        Assert.NotEqual(Enumerable.Range(0, 50).SelectMany(i => one[i]), Enumerable.Range(0, 50).SelectMany(i => other[i]));
        Assert.All(Enumerable.Range(0, 50).SelectMany(i => one[i]), v => Assert.Equal(Math.Floor(v), v));
        Assert.Equal(one.Sums(2, 4).Average(), one.Between(2, 4).Mean, 1e-9);
    }

    [Property(MaxTest = 60)]
    public void Every_history_gives_finite_paths(byte[] history, bool gaps, bool conformal)
    {
        DemandSeries series = DemandSeries.Of((history ?? []).Select(b => gaps && b > 200 ? double.NaN : b % 9 == 0 ? 0.0 : b));
        IForecaster forecaster = conformal ? Forecaster.Naive.WithConformalIntervals(10, 2) : Forecaster.Automatic;
        DemandPaths paths = forecaster.Forecast(series, 4).SamplePaths(20, 1);
        Assert.All(Enumerable.Range(0, 20).SelectMany(i => paths[i]), v => Assert.True(v >= 0 && double.IsFinite(v)));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Forecast forecast = Of("rare");
        Assert.Throws<ArgumentOutOfRangeException>(() => forecast.SamplePaths(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => forecast.SamplePaths(1_000_001, 1));
        DemandPaths paths = forecast.SamplePaths(2, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => paths.Sums(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => paths.Sums(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => paths.Between(1, Horizon + 1));
    }

    // Mean and variance within three standard errors; that of the variance by the fourth moment.
    private static void Spreads(double mean, double variance, IReadOnlyList<double> drawn)
    {
        double average = drawn.Average(), square = drawn.Average(d => Math.Pow(d - average, 2)), fourth = drawn.Average(d => Math.Pow(d - average, 4));
        double error = Math.Sqrt((fourth - (square * square)) / drawn.Count);
        Assert.InRange(average, mean - (3 * Math.Sqrt(square / drawn.Count)), mean + (3 * Math.Sqrt(square / drawn.Count)));
        Assert.InRange(square, variance - (3 * error), variance + (3 * error));
    }
}
