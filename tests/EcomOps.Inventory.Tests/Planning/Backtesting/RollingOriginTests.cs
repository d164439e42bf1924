using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Backtesting;

public sealed class RollingOriginTests
{
    [Fact]
    public void Origins_step_back_from_the_last_that_leaves_the_horizon()
    {
        BacktestSeries series = Only(new RollingOrigin(Horizon: 2) { Origins = 3, Step = 2, MinimumHistory = 4 }, Enumerable.Range(1, 10).Select(i => (double)i));
        Assert.Equal([(4, 1), (4, 2), (6, 1), (6, 2), (8, 1), (8, 2)], series.Points.Select(p => (p.Origin, p.Step)));

        // The naive forecast of 1, 2, 3 ... misses by the step.
        Assert.All(series.Points, p => Assert.Equal(p.Step, p.Error));
        Assert.Equal([5 + 6.0, 7 + 8, 9 + 10], series.Totals.Select(t => t.Actual));
    }

    [Fact]
    public void Missing_and_censored_periods_are_dropped_and_counted()
    {
        DemandSeries series = DemandSeries.Of([1, 1, 1, 1, double.NaN, 1, 1, 1]).WithStockOuts([.. Enumerable.Range(0, 8).Select(i => i == 7)]);
        BacktestResult result = new RollingOrigin(Horizon: 2) { Origins = 9, MinimumHistory = 3 }.Run(Forecaster.Naive, [series]);

        // Origins 3, 4, 5, 6: period 4 is forecast twice, period 7 once; only origin 5 has a whole total.
        Assert.Equal(3, result.Dropped);
        Assert.Equal(5, result.Series[0].Points.Count);
        Assert.Equal(5, Assert.Single(result.Series[0].Totals).Origin);
    }

    [Fact]
    public void A_sliding_window_hides_older_periods_and_keeps_the_calendar()
    {
        DemandSeries series = DemandSeries.Monthly(new LocalDate(2025, 1, 1), [100, 100, 2, 4, 3, 3]);
        BacktestResult result = new RollingOrigin(Horizon: 2) { Origins = 1, MinimumHistory = 2, Window = 2 }.Run(Forecaster.Mean, [series]);
        Assert.Equal(3, result.Series[0].Points[0].Forecast, 9);
        Assert.Equal(new LocalDate(2025, 5, 1), series.Last(2).Start);
    }

    [Fact]
    public void The_two_averages_differ_as_their_names_say()
    {
        BacktestResult result = new RollingOrigin(Horizon: 1) { Origins = 1, MinimumHistory = 2 }
            .Run(Forecaster.Naive, [DemandSeries.Of([1, 1, 2]), DemandSeries.Of([90, 90, 100]), DemandSeries.Of([5])]);

        // Errors 1 of 2 and 10 of 100.
        Assert.Equal((0.5 + 0.1) / 2, result.Wape(BacktestAverage.MeanOfSeries)!.Value, 12);
        Assert.Equal(11.0 / 102, result.Wape(BacktestAverage.SumOverSums)!.Value, 12);
        Assert.Equal(5.5, result.Bias(BacktestAverage.SumOverSums)!.Value, 12);
        Assert.Null(result.Mase(BacktestAverage.MeanOfSeries));
        Assert.Equal(1, result.TooShort);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Coverage(0.77, BacktestAverage.SumOverSums));
    }

    [Fact]
    public void The_degree_of_parallelism_changes_nothing()
    {
        DemandSeries[] series = [.. Enumerable.Range(1, 40).Select(s => DemandSeries.Of(Enumerable.Range(0, 30).Select(t => (double)(t * s * 7 % (s + 3)))))];
        RollingOrigin backtest = new(Horizon: 3) { Origins = 3, WithCrps = true };
        Assert.Equal(Text(1), Text(4));

        string Text(int degree) => string.Join('\n', (backtest with { MaxDegreeOfParallelism = degree }).Run(Forecaster.Automatic, series).Series
            .SelectMany(s => s.Points.Concat(s.Totals)).Select(p => FormattableString.Invariant($"{p.Origin} {p.Step} {p.Actual:R} {p.Forecast:R} {p.Crps:R} {string.Join(' ', p.Quantiles)}")));
    }

    [Fact]
    public void Quantiles_of_the_right_family_cover_their_share()
    {
        var random = new Random(20261126);
        DemandSeries[] series = [.. Enumerable.Range(0, 200).Select(_ => DemandSeries.Of(Enumerable.Range(0, 60).Select(_ => (double)(random.Next(8) + random.Next(8)))))];
        BacktestResult result = new RollingOrigin(Horizon: 2) { Origins = 10 }.Run(Forecaster.Automatic, series);
        Assert.InRange(result.TotalCoverage(0.9, BacktestAverage.SumOverSums)!.Value, 0.86, 0.94);
        Assert.InRange(result.Coverage(0.9, BacktestAverage.MeanOfSeries)!.Value, 0.86, 0.94);
    }

    private static BacktestSeries Only(RollingOrigin backtest, IEnumerable<double> values) =>
        Assert.Single(backtest.Run(Forecaster.Naive, [DemandSeries.Of(values)]).Series);
}
