using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class AutomaticForecasterTests
{
    private static readonly LocalDate Monday = new(2026, 1, 5);

    private static void IsSound(Forecast forecast, int horizon)
    {
        Assert.Equal(horizon, forecast.Horizon);
        for (int h = 1; h <= horizon; h++)
        {
            Assert.True(double.IsFinite(forecast.Mean[h - 1]) && forecast.Mean[h - 1] >= 0);
            double low = forecast.Quantile(h, 0.1), middle = forecast.Quantile(h, 0.5), high = forecast.Quantile(h, 0.99);
            Assert.True(double.IsFinite(low) && double.IsFinite(high) && low <= middle && middle <= high, $"{low} {middle} {high}");
            Assert.True(double.IsFinite(forecast.Total(h).Quantile(0.95)));
        }
    }

    public static TheoryData<string, double[]> DirtySeries => new()
    {
        { "nothing", [] },
        { "one value", [7] },
        { "two values", [7, 9] },
        { "all zero", new double[60] },
        { "all missing", [double.NaN, double.NaN] },
        { "constant", [.. Enumerable.Repeat(12.0, 40)] },
        { "returns", [5, -3, 4, 6, -20, 5, 5, 7, 3, 5] },
        { "gaps", [5, double.NaN, 4, 6, double.NaN, double.NaN, 5, 7, 3, double.NaN] },
        { "one giant", [.. Enumerable.Range(0, 60).Select(i => i == 59 ? 80_995.0 : i % 3)] },
        { "huge", [.. Enumerable.Range(0, 60).Select(i => 1e12 * (1 + (i % 7)))] },
        { "tiny", [.. Enumerable.Range(0, 60).Select(i => 1e-9 * (1 + (i % 7)))] },
        { "one sale long ago", [3, .. new double[80]] },
        { "one sale just now", [.. new double[80], 3] },
    };

    [Theory]
    [MemberData(nameof(DirtySeries))]
    public void Every_series_has_a_defined_forecast(string name, double[] values)
    {
        Assert.NotEmpty(name);
        IsSound(Forecaster.Automatic.Forecast(DemandSeries.Weekly(Monday, values), 8), 8);
    }

    [Fact]
    public void A_series_without_sales_forecasts_none_and_says_so()
    {
        Forecast forecast = Forecaster.Automatic.Forecast(DemandSeries.Weekly(Monday, new double[30]), 4);
        Assert.All(forecast.Mean, m => Assert.Equal(0, m));
        Assert.Equal(0, forecast.Total(4).Quantile(0.99));
        Assert.Contains(forecast.Issues, i => i.Code == "no_demand");
    }

    [Fact]
    public void A_missing_week_is_not_a_week_without_sales()
    {
        double[] zeros = [10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0];
        double[] gaps = [.. zeros.Select(v => v == 0 ? double.NaN : v)];
        double withZeros = Forecaster.Automatic.Forecast(DemandSeries.Weekly(Monday, zeros), 1).Mean[0];
        Forecast withGaps = Forecaster.Automatic.Forecast(DemandSeries.Weekly(Monday, gaps), 1);
        Assert.Equal(10, withGaps.Mean[0], 0.01);
        Assert.InRange(withZeros, 3, 7);
        Assert.Contains(withGaps.Issues, i => i.Code == "missing_periods");
    }

    [Fact]
    public void Stock_outs_do_not_teach_that_nobody_wanted_it()
    {
        double[] sales = [.. Enumerable.Range(0, 40).Select(i => i is >= 20 and < 26 ? 0.0 : 20 + (i % 3))];
        DemandSeries plain = DemandSeries.Weekly(Monday, sales);
        DemandSeries marked = plain.WithStockOuts(sales.Select(v => v == 0));
        double corrected = Forecaster.Automatic.Forecast(marked, 4).Mean.Average();
        Assert.Equal(21, corrected, 0.5);
        Assert.True(Forecaster.Automatic.Forecast(plain, 4).Total(4).StandardDeviation > Forecaster.Automatic.Forecast(marked, 4).Total(4).StandardDeviation);
    }

    [Fact]
    public void A_constant_history_forecasts_the_constant()
    {
        Forecast forecast = Forecaster.Automatic.Forecast(DemandSeries.Monthly(Monday, Enumerable.Repeat(12.0, 40)), 6);
        Assert.All(forecast.Mean, m => Assert.Equal(12, m, 1e-6));
    }

    [Fact]
    public void A_single_giant_order_does_not_become_next_weeks_forecast()
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(i => i == 58 ? 80_995.0 : 2.0 + (i % 5))];
        Forecast forecast = Forecaster.Automatic.Forecast(DemandSeries.Weekly(Monday, values), 1);
        Assert.True(forecast.Mean[0] < 8_000, $"{forecast.Mean[0]}");
    }

    [Property(MaxTest = 30)]
    public void Ten_times_the_sales_are_ten_times_the_forecast(int seed)
    {
        var random = new System.Random(seed);
        double[] values = [.. Enumerable.Range(0, 48).Select(i => 50.0 + random.Next(0, 30) + (10 * Math.Sin(i)))];
        IReadOnlyList<double> one = Forecaster.Automatic.Forecast(DemandSeries.Monthly(Monday, values), 6).Mean;
        IReadOnlyList<double> ten = Forecaster.Automatic.Forecast(DemandSeries.Monthly(Monday, values.Select(v => 10 * v)), 6).Mean;
        for (int h = 0; h < 6; h++)
        {
            Assert.Equal(10 * one[h], ten[h], 1e-3 * ten[h]);
        }
    }

    [Fact]
    public void The_explanation_names_the_class_and_the_models()
    {
        Forecast forecast = Forecaster.Automatic.Forecast(DemandSeries.Weekly(Monday, [0, 0, 3, 0, 0, 0, 2, 0, 0, 4, 0, 0, 0, 3]), 4);
        Assert.Contains("intermittent", forecast.Explanation, StringComparison.Ordinal);
        Assert.Equal(DemandClass.Intermittent, forecast.Profile!.Class);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_horizon_below_one_is_misuse(int horizon) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecaster.Automatic.Forecast(DemandSeries.Weekly(Monday, [1, 2, 3]), horizon));
}
