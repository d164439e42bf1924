using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class ConformalIntervalTests
{
    private static readonly LocalDate Monday = new(2024, 1, 1);

    [Fact]
    public void Fewer_than_ten_origins_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Forecaster.Naive.WithConformalIntervals(origins: 9));

    [Fact]
    public void Conformal_intervals_cover_whatever_the_noise()
    {
        // Demand around 100 with skewed noise; the mean as point forecast. Of 600 next periods and three-week totals 90 % should lie at or below the quantile; three standard errors are 3.7 %.
        IForecaster conformal = Forecaster.Mean.WithConformalIntervals(origins: 40, minimumHistory: 20);
        int one = 0, three = 0;
        const int runs = 600;
        for (int run = 0; run < runs; run++)
        {
            double[] all = Noise(run + 100, 83);
            Forecast forecast = conformal.Forecast(DemandSeries.Weekly(Monday, all[..80]), 3);
            one += all[80] <= forecast.Quantile(1, 0.9) ? 1 : 0;
            three += all[80..].Sum() <= forecast.Total(3).Quantile(0.9) ? 1 : 0;
        }

        Assert.InRange((double)one / runs, 0.863, 0.96);
        Assert.InRange((double)three / runs, 0.84, 0.96);
    }

    [Fact]
    public void Conformal_quantiles_are_order_statistics_of_the_errors()
    {
        // Naive on 0, 1, 2, ... errs by exactly 1 at every origin: every quantile is the last value and one more.
        double[] rising = [.. Enumerable.Range(0, 60).Select(i => (double)i)];
        Forecast forecast = Forecaster.Naive.WithConformalIntervals().Forecast(DemandSeries.Weekly(Monday, rising), 2);
        Assert.Equal([60, 60], [forecast.Quantile(1, 0.05), forecast.Quantile(1, 0.99)]);
        Assert.Equal(59 + 59 + 3, forecast.Total(2).Quantile(0.5));
        Assert.Equal([59, 59], forecast.Mean);
    }

    [Fact]
    public void Too_few_origins_keep_the_forecast_and_say_so()
    {
        Forecast forecast = Forecaster.Mean.WithConformalIntervals().Forecast(DemandSeries.Weekly(Monday, Noise(3, 30)), 3);
        Assert.Contains(forecast.Issues, i => i.Code == "short_history");
        Assert.Equal(Forecaster.Mean.Forecast(DemandSeries.Weekly(Monday, Noise(3, 30)), 3).Quantile(1, 0.9), forecast.Quantile(1, 0.9));
    }

    private static double[] Noise(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Round(80 - (20 * Math.Log(1 - random.NextDouble()))))];
    }
}
