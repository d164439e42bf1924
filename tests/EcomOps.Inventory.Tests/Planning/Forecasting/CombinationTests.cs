using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using FsCheck.Xunit;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class CombinationTests
{
    // The mean is 6, the last value 12, the drift goes on to 14.
    private static readonly DemandSeries Rising = DemandSeries.Of([0, 2, 4, 6, 8, 10, 12]);

    [Fact]
    public void The_mean_of_forecasters_has_the_mean_of_their_means()
    {
        Forecast forecast = Forecaster.Combine(Forecaster.Mean, Forecaster.Naive).Forecast(Rising, 2);
        Assert.Equal([9, 9], forecast.Mean);
        Assert.Equal(18, forecast.Total(2).Mean, 1e-6);
    }

    [Fact]
    public void Weights_are_scaled_to_one()
    {
        Forecast forecast = Forecaster.CombineWeighted((Forecaster.Mean, 1), (Forecaster.Naive, 5), (Forecaster.Drift, 0)).Forecast(Rising, 1);
        Assert.Equal(11, forecast.Mean[0], 1e-9);
        Assert.DoesNotContain("Drift", forecast.Model, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pool_says_how_probable_its_members_find_an_amount()
    {
        Forecast mean = Forecaster.Mean.Forecast(Rising, 3), naive = Forecaster.Naive.Forecast(Rising, 3);
        Forecast both = Forecaster.CombineWeighted((Forecaster.Mean, 0.25), (Forecaster.Naive, 0.75)).Forecast(Rising, 3);
        Assert.All([0.0, 5, 9, 12, 20], x => Assert.Equal((0.25 * mean.At(2).Cdf(x)) + (0.75 * naive.At(2).Cdf(x)), both.At(2).Cdf(x), 1e-12));
        Assert.All([10.0, 27, 40], x => Assert.Equal((0.25 * mean.Total(3).Cdf(x)) + (0.75 * naive.Total(3).Cdf(x)), both.Total(3).Cdf(x), 1e-12));
    }

    [Fact]
    public void The_median_takes_the_one_in_the_middle_or_the_two()
    {
        Forecast three = Forecaster.CombineMedian(Forecaster.Drift, Forecaster.Mean, Forecaster.Naive).Forecast(Rising, 2);
        Assert.Equal([12, 12], three.Mean);
        Assert.Equal(Forecaster.Naive.Forecast(Rising, 2).At(1), three.At(1));
        Assert.Equal([9, 9], Forecaster.CombineMedian(Forecaster.Mean, Forecaster.Naive).Forecast(Rising, 2).Mean);
    }

    [Fact]
    public void A_combination_needs_members_and_weights()
    {
        Assert.Throws<ArgumentException>(() => Forecaster.Combine());
        Assert.Throws<ArgumentException>(() => Forecaster.CombineMedian());
        Assert.Throws<ArgumentException>(() => Forecaster.Combine([null!]));
        Assert.All([0, -1, double.NaN, double.PositiveInfinity], w => Assert.Throws<ArgumentException>(() => Forecaster.CombineWeighted((Forecaster.Mean, w))));
        Assert.Throws<ArgumentException>(() => Forecaster.CombineWeighted((Forecaster.Mean, 2), (Forecaster.Naive, -1)));
    }

    [Property(MaxTest = 60)]
    public void Every_series_has_a_defined_combination(byte[] history, bool gaps)
    {
        DemandSeries series = DemandSeries.Of((history ?? []).Select(b => gaps && b > 200 ? double.NaN : b % 9 == 0 ? 0.0 : b));
        IForecaster[] members = [Forecaster.Theta, Forecaster.Naive, Forecaster.NegativeBinomial, Forecaster.EmpiricalSums];
        foreach (IForecaster forecaster in (IForecaster[])[Forecaster.Combine(members), Forecaster.CombineMedian(members), Forecaster.CombineMedian(members[..3])])
        {
            Forecast forecast = forecaster.Forecast(series, 4);
            double sum = 0;
            for (int h = 1; h <= 4; h++)
            {
                sum += forecast.Mean[h - 1];
                Assert.True(double.IsFinite(sum) && forecast.Mean[h - 1] >= 0);
                Assert.True(forecast.Quantile(h, 0.1) <= forecast.Quantile(h, 0.9) && double.IsFinite(forecast.Total(h).Quantile(0.99)));
            }
        }
    }
}
