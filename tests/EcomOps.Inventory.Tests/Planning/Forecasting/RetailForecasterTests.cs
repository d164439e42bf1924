using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class RetailForecasterTests
{
    private const int Days = 400;
    private const int Horizon = 14;
    private static readonly LocalDate Start = new(2025, 1, 6);

    public static TheoryData<string, double[]> DirtySeries => AutomaticForecasterTests.DirtySeries;

    [Theory]
    [MemberData(nameof(DirtySeries))]
    public void Every_series_has_a_defined_forecast(string name, double[] values)
    {
        Assert.NotEmpty(name);
        double[] flags = [.. Enumerable.Range(0, values.Length + 8).Select(t => t % 5 == 0 ? 1.0 : 0.0)];
        var item = new RetailItem(name, DemandSeries.Daily(Start, values)) { Regressors = [Regressor.Promotion(flags)] };
        IsSound(Forecaster.Retail.Forecast(item, 8).Forecast, 8);
        IsSound(Forecaster.Retail.Forecast(DemandSeries.Of(values), 8), 8);
    }

    [Fact]
    public void No_items_have_no_forecasts() => Assert.Empty(Forecaster.Retail.Forecast([], 7));

    [Fact]
    public void A_series_without_sales_forecasts_none_and_says_so()
    {
        Forecast forecast = Forecaster.Retail.Forecast(DemandSeries.Daily(Start, new double[60]), 7);
        Assert.All(forecast.Mean, m => Assert.Equal(0, m));
        Assert.Contains(forecast.Issues, i => i.Code == "no_demand");
    }

    [Fact]
    public void A_constant_history_forecasts_the_constant()
    {
        Forecast forecast = Forecaster.Retail.Forecast(DemandSeries.Daily(Start, Enumerable.Repeat(12.0, 100)), 7);
        Assert.All(forecast.Mean, m => Assert.Equal(12, m, 0.01));
    }

    [Property(MaxTest = 10)]
    public void Ten_times_the_sales_are_ten_times_the_forecast(int seed)
    {
        (double[] sales, double[] flags) = Simulated(seed, 4, 3, Days);
        Forecast one = Of(sales, flags).Forecast, ten = Of([.. sales.Select(v => 10 * v)], flags).Forecast;
        for (int h = 0; h < Horizon; h++)
        {
            Assert.Equal(10 * one.Mean[h], ten.Mean[h], 1e-6 * ten.Mean[h]);
        }
    }

    [Fact]
    public void A_promotion_lifts_its_days_by_what_it_did_before()
    {
        (double[] sales, double[] flags) = Simulated(1, 5, 3, Days);
        RetailForecast forecast = Of(sales, flags);
        Assert.InRange(forecast.Effects.Single().Factor, 2.4, 3.6);
        double on = Range(flags, on: true).Average(h => forecast.Forecast.Mean[h]), off = Range(flags, on: false).Average(h => forecast.Forecast.Mean[h]);
        Assert.InRange(on, 12, 18);
        Assert.InRange(off, 4, 6.2);
    }

    [Fact]
    public void An_item_with_one_promotion_day_believes_its_assortment()
    {
        List<RetailItem> items = [.. Enumerable.Range(0, 30).Select(i =>
        {
            (double[] sales, double[] flags) = Simulated(i, 6, 3, Days);
            return Item($"A{i}", sales, flags);
        })];
        double[] few = [.. Enumerable.Range(0, Days + Horizon).Select(t => t == 200 || t >= Days ? 1.0 : 0.0)];
        var random = new Random(99);
        double[] plain = [.. Enumerable.Range(0, Days).Select(_ => (double)Poisson(random, 6))];
        RetailForecast alone = Forecaster.Retail.Forecast(Item("new", plain, few), Horizon);
        RetailForecast together = Forecaster.Retail.Forecast([.. items, Item("new", plain, few)], Horizon)[^1];
        Assert.InRange(together.Effects[0].AssortmentFactor, 2.3, 3.6);
        Assert.InRange(together.Effects[0].Factor, 1.7, 3.6);
        Assert.True(alone.Effects[0].Factor < together.Effects[0].Factor);
    }

    [Fact]
    public void Weekdays_have_their_own_level()
    {
        double[] sales = [.. Enumerable.Range(0, 200).Select(t => t % 7 == 5 ? 30.0 : 10 + (t % 3))];
        IReadOnlyList<double> mean = Forecaster.Retail.Forecast(DemandSeries.Daily(Start, sales), 14).Mean;
        int saturday = Enumerable.Range(0, 14).First(h => (200 + h) % 7 == 5);
        Assert.InRange(mean[saturday], 24, 32);
        Assert.InRange(mean[saturday + 1], 9.5, 13);
    }

    [Fact]
    public void Sold_out_days_are_lower_bounds_of_demand()
    {
        var random = new Random(5);
        double[] demand = [.. Enumerable.Range(0, Days).Select(_ => (double)Poisson(random, 8))];
        double[] sales = [.. demand.Select(d => Math.Min(d, 7))];
        DemandSeries plain = DemandSeries.Daily(Start, sales);
        double marked = Forecaster.Retail.Forecast(plain.WithStockOuts(demand.Select(d => d >= 7)), Horizon).Mean.Average();
        double unmarked = Forecaster.Retail.Forecast(plain, Horizon).Mean.Average();
        Assert.InRange(marked, 7.4, 8.8);
        Assert.True(unmarked < 6.8);
    }

    [Fact]
    public void Price_and_weather_move_demand_as_they_did_before()
    {
        var random = new Random(3);
        double[] price = [.. Enumerable.Range(0, Days + Horizon).Select(t => t / 20 % 2 == 0 || t >= Days ? 10.0 : 8.0)];
        double[] heat = [.. Enumerable.Range(0, Days + Horizon).Select(t => t >= Days + 7 ? 30 : t >= Days ? 10 : 10 + (20 * random.NextDouble()))];
        double[] sales = [.. Enumerable.Range(0, Days).Select(t => (double)Poisson(random, 6 * Math.Pow(price[t] / 10, -2) * Math.Exp(0.05 * (heat[t] - 20))))];
        RetailForecast forecast = Forecaster.Retail.Forecast(
            new RetailItem("ice", DemandSeries.Daily(Start, sales)) { Regressors = [Regressor.Price(price), Regressor.Signal("temperature", heat)] }, Horizon);
        Assert.InRange(forecast.Effects[0].Factor, Math.Pow(0.9, -1.6), Math.Pow(0.9, -2.4));
        double cold = forecast.Forecast.Mean.Take(7).Average(), hot = forecast.Forecast.Mean.Skip(7).Average();
        Assert.InRange(hot / cold, 2.2, 3.3);
    }

    [Fact]
    public void Dirty_regressors_are_reported_and_never_reach_the_forecast()
    {
        (double[] sales, double[] flags) = Simulated(2, 5, 2, 60);
        double[] broken = [.. Enumerable.Repeat(5.0, 60 + Horizon)];
        broken[3] = double.NaN;
        broken[9] = double.PositiveInfinity;
        RetailForecast forecast = Forecaster.Retail.Forecast(
            new RetailItem("X", DemandSeries.Daily(Start, sales))
            {
                Regressors =
                [
                    Regressor.Promotion(flags[..60]), Regressor.Promotion(flags), Regressor.Signal("heat", broken), Regressor.Event("short", [1, 0]),
                    Regressor.Price([.. broken.Select(v => double.IsNaN(v) ? -1 : 9)]), Regressor.Signal("long", new double[200]),
                ],
            },
            Horizon);
        IsSound(forecast.Forecast, Horizon);
        string[] codes = [.. forecast.Forecast.Issues.Select(i => $"{i.Code} {i.Path}")];
        Assert.Contains("regressor_misses_horizon X.regressors[0]", codes);
        Assert.Contains("duplicate_regressor X.regressors[1]", codes);
        Assert.Contains("regressor_not_finite X.regressors[2]", codes);
        Assert.Contains("regressor_misses_history X.regressors[3]", codes);
        Assert.Contains("price_not_positive X.regressors[4]", codes);
        Assert.Contains("regressor_too_long X.regressors[5]", codes);
    }

    [Fact]
    public void Returns_are_reported_and_count_as_no_demand()
    {
        (double[] sales, double[] flags) = Simulated(4, 5, 2, 100);
        sales[50] = -40;
        RetailForecast forecast = Of(sales, flags);
        IsSound(forecast.Forecast, Horizon);
        Assert.Contains(forecast.Forecast.Issues, i => i.Code == "negative_demand");
    }

    [Fact]
    public void The_same_assortment_gives_the_same_bits_and_the_total_agrees_with_the_days()
    {
        List<RetailItem> items = [.. Enumerable.Range(0, 8).Select(i =>
        {
            (double[] sales, double[] flags) = Simulated(i, 3, 2, 120);
            return Item($"A{i}", sales, flags);
        })];
        IReadOnlyList<RetailForecast> one = Forecaster.Retail.Forecast(items, 7), two = Forecaster.Retail.Forecast(items, 7);
        for (int i = 0; i < items.Count; i++)
        {
            Assert.Equal(one[i].Forecast.Mean, two[i].Forecast.Mean);
            Assert.Equal(one[i].Forecast.Mean.Sum(), one[i].Forecast.Total(7).Mean, 1e-6);
            Assert.True(one[i].Forecast.Total(7).Variance > 0);
        }
    }

    private static RetailForecast Of(double[] sales, double[] flags) => Forecaster.Retail.Forecast(Item("A", sales, flags), Horizon);

    private static RetailItem Item(string id, double[] sales, double[] flags) =>
        new(id, DemandSeries.Daily(Start, sales)) { Regressors = [Regressor.Promotion(flags)] };

    private static IEnumerable<int> Range(double[] flags, bool on) => Enumerable.Range(0, Horizon).Where(h => flags[^Horizon..][h] > 0 == on);

    // Poisson sales with a promotion of five days in every fifteen.
    private static (double[] Sales, double[] Flags) Simulated(int seed, double rate, double factor, int days)
    {
        var random = new Random(seed);
        double[] flags = [.. Enumerable.Range(0, days + Horizon).Select(t => (t + seed % 7 + 7) % 15 < 5 ? 1.0 : 0.0)];
        return ([.. Enumerable.Range(0, days).Select(t => (double)Poisson(random, flags[t] > 0 ? rate * factor : rate))], flags);
    }

    private static int Poisson(Random random, double mean)
    {
        double limit = Math.Exp(-mean), product = random.NextDouble();
        int count = 0;
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }

    private static void IsSound(Forecast forecast, int horizon)
    {
        Assert.Equal(horizon, forecast.Horizon);
        for (int h = 1; h <= horizon; h++)
        {
            Assert.True(double.IsFinite(forecast.Mean[h - 1]) && forecast.Mean[h - 1] >= 0);
            double low = forecast.Quantile(h, 0.1), high = forecast.Quantile(h, 0.99);
            Assert.True(double.IsFinite(low) && double.IsFinite(high) && low <= high, $"{low} {high}");
            Assert.True(double.IsFinite(forecast.Total(h).Quantile(0.95)));
        }
    }
}
