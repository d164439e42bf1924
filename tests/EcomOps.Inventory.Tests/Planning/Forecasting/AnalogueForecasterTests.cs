using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using FsCheck.Xunit;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class AnalogueForecasterTests
{
    private static DemandSeries[] Similar(params double[][] curves) => [.. curves.Select(c => DemandSeries.Of(c))];

    // Levels 2/3 and 4/3 of the curve 15, 30, 15, without noise: the 6 of the first period are believed, level 0.4.
    [Fact]
    public void The_curve_is_scaled_by_the_first_periods()
    {
        Forecast forecast = Forecaster.ByAnalogues(Similar([10, 20, 10], [20, 40, 20])).Forecast(DemandSeries.Of([6]), 2);
        Assert.Equal(12, forecast.Mean[0], 1e-9);
        Assert.Equal(6, forecast.Mean[1], 1e-9);
        Assert.Equal(18, forecast.Total(2).Mean, 1e-9);
        Assert.Equal("few_analogues", Assert.Single(forecast.Issues).Code);
    }

    // Curve 5, 5; noise 0.8 (four deviations of 1 around 5, one degree of freedom); no spread of levels, so a third of the prior's 0.5 is left.
    // Of 20 where 5 were expected: credibility (5/6) / (5/6 + 0.8) = 0.510204, level 2.530612.
    [Fact]
    public void The_level_is_drawn_towards_the_analogues_while_the_history_is_short()
    {
        IForecaster forecaster = Forecaster.ByAnalogues(Similar([4, 6], [6, 4]));
        Forecast one = forecaster.Forecast(DemandSeries.Of([20]), 1);
        Assert.Equal(12.65306, one.Mean[0], 1e-5);
        Assert.Equal(24.97126, one.At(1).Variance, 1e-4);
        Forecast none = forecaster.Forecast(DemandSeries.Of([]), 2);
        Assert.Equal([5, 5], none.Mean);
        Assert.Equal(10.166667, none.At(1).Variance, 1e-5);
        Assert.DoesNotContain(none.Issues, i => i.Code == "no_history");
    }

    [Fact]
    public void A_missing_first_week_moves_no_launch_but_a_missing_later_week_does_not_count_as_none()
    {
        IForecaster forecaster = Forecaster.ByAnalogues(Similar([double.NaN, 10, 20, 10], [20, double.NaN, 20]));
        Assert.Equal([12, 6], forecaster.Forecast(DemandSeries.Of([double.NaN, double.NaN, 6]), 2).Mean.Select(m => Math.Round(m, 6)));
    }

    [Fact]
    public void Without_analogues_the_own_history_is_all_there_is_and_an_issue_says_so()
    {
        DemandSeries own = DemandSeries.Of([3, 5, 4, 6, 5, 4]);
        foreach (DemandSeries[] analogues in (DemandSeries[][])[[], Similar([]), Similar([0, 0, 0]), Similar([double.NaN])])
        {
            Forecast forecast = Forecaster.ByAnalogues(analogues).Forecast(own, 3);
            Assert.Contains(forecast.Issues, i => i.Code == "no_analogues");
            Assert.Equal(Forecaster.Automatic.Forecast(own, 3).Mean, forecast.Mean);
        }
    }

    [Fact]
    public void Beyond_the_analogues_the_last_periods_go_on_and_an_issue_says_so()
    {
        Forecast forecast = Forecaster.ByAnalogues(Similar([8, 4, 4, 4, 4], [8, 4, 4, 4, 4], [8, 4, 4, 4, 4])).Forecast(DemandSeries.Of([8, 4]), 6);
        Assert.Equal(4, forecast.Mean[5], 1e-9);
        Assert.Equal("analogues_too_short", Assert.Single(forecast.Issues).Code);
    }

    // Gamma levels (coefficient of variation 0.5), a curve that falls from 20 to 5, Poisson demand; 10 analogues, 3 weeks seen, the next 8 to cover.
    [Fact]
    public void The_distribution_covers_what_comes_as_often_as_it_says()
    {
        var random = new Random(20260303);
        double[] curve = [.. Enumerable.Range(0, 14).Select(t => 5 + (15 * Math.Exp(-t / 4.0)))];
        double[] Launch()
        {
            double level = Enumerable.Range(0, 4).Sum(_ => -Math.Log(1 - random.NextDouble())) / 4;
            return [.. curve.Select(c => (double)Poisson(level * c, random))];
        }

        const int Runs = 600;
        int below50 = 0, below90 = 0;
        double error = 0, unseen = 0;
        for (int run = 0; run < Runs; run++)
        {
            IForecaster forecaster = Forecaster.ByAnalogues(Similar([.. Enumerable.Range(0, 10).Select(_ => Launch())]));
            double[] item = Launch();
            double actual = item[3..11].Sum();
            Forecast forecast = forecaster.Forecast(DemandSeries.Of(item[..3]), 8);
            below50 += actual <= forecast.Total(8).Quantile(0.5) ? 1 : 0;
            below90 += actual <= forecast.Total(8).Quantile(0.9) ? 1 : 0;
            error += Math.Abs(actual - forecast.Mean.Sum());
            unseen += Math.Abs(actual - forecaster.Forecast(DemandSeries.Of([double.NaN]), 11).Mean.Skip(3).Sum());
        }

        Assert.InRange(below50 / (double)Runs, 0.43, 0.60);
        Assert.InRange(below90 / (double)Runs, 0.86, 0.95);
        Assert.True(error < 0.5 * unseen, $"{error / Runs} against {unseen / Runs}");
    }

    [Property(MaxTest = 100)]
    public void Every_input_has_a_defined_forecast(byte[][] analogues, byte[] own, bool gaps)
    {
        double Value(byte b) => gaps && b > 200 ? double.NaN : b > 180 ? -b : b % 60;
        Forecast forecast = Forecaster.ByAnalogues((analogues ?? []).Select(a => DemandSeries.Of((a ?? []).Select(Value)))).Forecast(DemandSeries.Of((own ?? []).Select(Value)), 5);
        Assert.All(Enumerable.Range(1, 5), h => Assert.True(
            double.IsFinite(forecast.Mean[h - 1]) && forecast.Mean[h - 1] >= 0 && double.IsFinite(forecast.Quantile(h, 0.95)) && double.IsFinite(forecast.Total(h).Quantile(0.95))));
    }

    private static int Poisson(double mean, Random random)
    {
        int count = -1;
        for (double product = 1; product > Math.Exp(-mean); count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}
