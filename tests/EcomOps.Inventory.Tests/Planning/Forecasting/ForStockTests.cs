using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using FsCheck;
using FsCheck.Xunit;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class ForStockTests
{
    [Property(MaxTest = 40)]
    public bool Sparse_demand_never_gets_an_all_zero_forecast(PositiveInt seed, PositiveInt size)
    {
        var random = new Random(seed.Get);
        double[] demand = [.. Enumerable.Range(0, 40).Select(_ => random.Next(12) == 0 ? 1.0 + random.Next(size.Get) : 0)];
        demand[random.Next(40)] = size.Get;
        Forecast forecast = Forecaster.ForStock(0.95, protectionInterval: 3).Forecast(DemandSeries.Of(demand), 3);
        return forecast.Mean.Any(m => m > 0) && forecast.Total(3).Quantile(0.999) > 0;
    }

    [Fact]
    public void A_season_that_the_mean_misses_is_not_forecast_by_the_mean()
    {
        double[] demand = [.. Enumerable.Range(0, 60).Select(t => t % 4 == 0 ? 100.0 : 10)];
        Forecast forecast = Forecaster.ForStock(0.9, protectionInterval: 1).Forecast(DemandSeries.Of(demand, seasonLength: 4), 4);
        Assert.InRange(forecast.Mean[0], 80, 120);
        Assert.InRange(forecast.Mean[1], 5, 20);
        Assert.Contains("Mean ", forecast.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_too_short_to_judge_takes_the_default_and_says_so()
    {
        DemandSeries series = DemandSeries.Of([3, 0, 2, 4, 1, 0]);
        Forecast forecast = Forecaster.ForStock(0.9, protectionInterval: 3).Forecast(series, 3);
        Assert.Equal(Forecaster.Automatic.Forecast(series, 3).Mean, forecast.Mean);
        Assert.Contains("too short", forecast.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0.9, 0)]
    public void Impossible_targets_are_refused(double level, int protection) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecaster.ForStock(level, protection));
}
