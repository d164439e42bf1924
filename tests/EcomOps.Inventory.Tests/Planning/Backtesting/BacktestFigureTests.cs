using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Tests.Planning.Forecasting;

namespace EcomOps.Inventory.Tests.Planning.Backtesting;

/// <summary>Every figure of a backtest by hand: each period is forecast as 2 or 6 with the same chance, so 4.</summary>
public sealed class BacktestFigureTests
{
    private static readonly BacktestResult Result = new RollingOrigin(Horizon: 2) { Origins = 1, MinimumHistory = 4, Levels = [0.25, 0.9], WithCrps = true }.Run(
        new FixedForecaster("Two or six", new EmpiricalDemand([2, 6]), n => new EmpiricalDemand([2 * n, 6 * n])),
        [DemandSeries.Of([2, 4, 2, 6, 3, 5]), DemandSeries.Of([7, 7, 7, 7, 4, 0]), DemandSeries.Of([0, 10, 0, 10, 4, 10])]);

    // Errors -1 and 1; 0 and -4 (without a scale); 0 and 6.
    [Fact]
    public void Symmetric_percentage_error()
    {
        double[] series = [(200.0 * 1 / 7 + 200.0 * 1 / 9) / 2, (0 + 200.0) / 2, (0 + 200.0 * 6 / 14) / 2];
        Assert.Equal(series.Average(), Result.Smape(BacktestAverage.MeanOfSeries)!.Value, 1e-12);
        Assert.Equal(series.Average(), Result.Smape(BacktestAverage.SumOverSums)!.Value, 1e-12);
    }

    [Fact]
    public void Scaled_errors_leave_out_what_has_no_scale()
    {
        // Scales: mean |2, 2, 4| = 8/3 and mean (4, 4, 16) = 8; none; 10 and 100.
        Assert.Equal(((1 / (8.0 / 3)) + (3.0 / 10)) / 2, Result.Mase(BacktestAverage.MeanOfSeries)!.Value, 1e-12);
        double[] roots = [Math.Sqrt(1.0 / 8), Math.Sqrt((0 + 36.0) / 2 / 100)];
        Assert.Equal(roots.Average(), Result.Rmsse(BacktestAverage.MeanOfSeries)!.Value, 1e-12);
        Assert.Equal(Math.Sqrt((1 + 1 + 0 + 36.0) / (8 + 8 + 100 + 100)), Result.Rmsse(BacktestAverage.SumOverSums)!.Value, 1e-12);
        Assert.Equal((roots[0] + (3 * roots[1])) / 4, Result.Wrmsse([1, 500, 3])!.Value, 1e-12);
        Assert.Null(Result.Wrmsse([0, 1, 0]));
        Assert.Throws<ArgumentException>(() => Result.Wrmsse([1, 2]));
        Assert.Throws<ArgumentException>(() => Result.Wrmsse([1, -2, 3]));
    }

    [Fact]
    public void Pinball_of_periods_and_of_totals()
    {
        // At .9 the quantile is 6 and 12, at .25 it is 2 and 4. Actual 3, 5 | 4, 0 | 4, 10; totals 8, 4, 14.
        Assert.Equal((0.3 + 0.1 + 0.2 + 0.6 + 0.2 + (0.9 * 4)) / 6, Result.Pinball(0.9, BacktestAverage.SumOverSums)!.Value, 1e-12);
        Assert.Equal(((0.25 * 1) + (0.25 * 3) + (0.25 * 2) + (0.75 * 2) + (0.25 * 2) + (0.25 * 8)) / 6, Result.Pinball(0.25, BacktestAverage.MeanOfSeries)!.Value, 1e-12);
        Assert.Equal((0.4 + 0.8 + (0.9 * 2)) / 3, Result.TotalPinball(0.9, BacktestAverage.SumOverSums)!.Value, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => Result.Pinball(0.5, BacktestAverage.SumOverSums));
    }

    [Fact]
    public void Score_of_the_whole_distribution_and_bias()
    {
        // Levels up to .50 give 2, those above 6: for 3 the 99 losses sum to 12.75 + 3 x 12.25, for 5 to 3 x 12.75 + 12.25.
        Assert.Equal(((2 / 99.0 * 49.5) + (2 / 99.0 * 50.5)) / 2, Result.Series[0].Points.Average(p => p.Crps!.Value), 1e-12);
        Assert.Equal((-1 + 1 + 0 - 4 + 0 + 6) / 6.0, Result.Bias(BacktestAverage.SumOverSums)!.Value, 1e-12);
        Assert.Equal(5.0 / 6, Result.Coverage(0.9, BacktestAverage.SumOverSums)!.Value, 1e-12);
    }
}
