using EcomOps.Conformance.Tests.Harness;
using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using NodaTime;
using NodaTime.Text;
using Xunit.Abstractions;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Daily retail sales (pasta): the held-out four weeks with known promotions, and earlier origins inside the training part.</summary>
public sealed class RetailAccuracyTests(ITestOutputHelper output)
{
    private const int Held = 28;
    private const string Units = "pasta-daily-qty.csv";
    private const string Promotions = "pasta-daily-promo.csv";

    [DataFact("pasta/" + Units, "pasta/" + Promotions)]
    public void One_retail_model_beats_every_reference_row()
    {
        var data = new Pasta();
        (double mean, double meanWape) = data.Score(data.Days - Held, o => data.Each(i => [.. Enumerable.Repeat(data.Sales[i][(o - 28)..o].Average(), Held)]));
        (double weekday, double weekdayWape) = data.Score(data.Days - Held, o => data.Each(i => data.SameWeekdays(i, o)));
        Print("mean of the last 28 rows", mean, meanWape);
        Print("mean of the last 8 same weekdays", weekday, weekdayWape);
        Assert.Equal(0.7913, mean, 0.00006);
        Assert.Equal(0.7439, meanWape, 0.00006);
        Assert.Equal(0.8029, weekday, 0.00006);
        Assert.Equal(0.7306, weekdayWape, 0.00006);

        (double rmsse, double wape) = data.Score(data.Days - Held, o => data.Retail(o, grouped: true));
        Print("retail, held out", rmsse, wape);
        (double without, double withoutWape) = data.Score(data.Days - Held, o => data.Retail(o, grouped: true, promotions: false));
        Print("retail without promotion flags, held out", without, withoutWape);
        Assert.True(rmsse < 0.7685 && wape < 0.7306);
        Assert.True(rmsse < without && wape < withoutWape);
    }

    [DataFact("pasta/" + Units, "pasta/" + Promotions)]
    public void It_is_as_good_at_earlier_origins_and_its_quantiles_hold()
    {
        var data = new Pasta();
        var scores = new List<(double Rmsse, double Wape, double MeanWape)>();
        double covered = 0, totalCovered = 0;
        int days = 0, totals = 0;
        foreach (int block in Enumerable.Range(0, 6))
        {
            int origin = data.Days - Held - (61 * block);
            IReadOnlyList<RetailForecast> forecasts = [];
            (double rmsse, double wape) = data.Score(origin, o => data.Rows(forecasts = data.Fit(o, true, true), o));
            (_, double meanWape) = data.Score(origin, o => data.Each(i => [.. Enumerable.Repeat(data.Sales[i][(o - 28)..o].Average(), Held)]));
            scores.Add((rmsse, wape, meanWape));
            for (int i = 0; i < forecasts.Count; i++)
            {
                double sum = 0;
                for (int h = 0; h < Held; h++)
                {
                    sum += data.Sales[i][origin + h];
                    covered += data.Sales[i][origin + h] <= forecasts[i].Forecast.Quantile(data.Step(origin, h), 0.95) ? 1 : 0;
                    days++;
                }

                totalCovered += sum <= forecasts[i].Forecast.Total(data.Step(origin, Held - 1)).Quantile(0.95) ? 1 : 0;
                totals++;
            }
        }

        foreach ((double rmsse, double wape, double meanWape) in scores)
        {
            output.WriteLine(FormattableString.Invariant($"origin: retail RMSSE {rmsse:0.0000}, WAPE {wape:0.0000}; mean of 28 rows WAPE {meanWape:0.0000}"));
        }

        output.WriteLine(FormattableString.Invariant($"covered at .95: days {covered / days:0.000}, four weeks {totalCovered / totals:0.000}"));
        Assert.All(scores, s => Assert.True(s.Wape < s.MeanWape));
        Assert.InRange(covered / days, 0.92, 0.98);
        Assert.InRange(totalCovered / totals, 0.88, 0.99);
    }

    private void Print(string method, double rmsse, double wape) => output.WriteLine(FormattableString.Invariant($"pasta, {method}: RMSSE {rmsse:0.0000}, WAPE {wape:0.0000}"));

    private sealed class Pasta
    {
        private readonly LocalDate[] _dates = [.. ForecastData.Lines("pasta/" + Units).First().Split(',').Skip(1).Select(d => LocalDatePattern.Iso.Parse(d).Value)];
        private readonly List<(string Sku, double[] Values)> _flags = ForecastData.Pasta(Promotions);
        private readonly List<(string Sku, double[] Values)> _sales = ForecastData.Pasta(Units);

        public int Days => _dates.Length;

        public double[][] Sales => [.. _sales.Select(s => s.Values)];

        public double[][] Each(Func<int, double[]> of) => [.. Enumerable.Range(0, _sales.Count).Select(of)];

        // 1-based calendar day of a row after the origin's last row: the shop is closed on some days, which are not rows.
        public int Step(int origin, int h) => Period.DaysBetween(_dates[origin - 1], _dates[origin + h]);

        public double[] SameWeekdays(int item, int origin) => [.. Enumerable.Range(origin, Held).Select(t =>
            Enumerable.Range(1, origin).Select(back => origin - back).Where(s => _dates[s].DayOfWeek == _dates[t].DayOfWeek).Take(8).Average(s => _sales[item].Values[s]))];

        public (double Rmsse, double Wape) Score(int origin, Func<int, double[][]> forecast)
        {
            double[][] ahead = forecast(origin);
            double rmsse = 0, error = 0, sum = 0;
            for (int i = 0; i < ahead.Length; i++)
            {
                double[] actual = _sales[i].Values[origin..(origin + Held)];
                rmsse += ForecastMetrics.Rmsse(_sales[i].Values[..origin], actual, ahead[i]) ?? 0;
                error += actual.Zip(ahead[i], (a, f) => Math.Abs(a - f)).Sum();
                sum += actual.Sum();
            }

            return (rmsse / ahead.Length, error / sum);
        }

        public double[][] Retail(int origin, bool grouped, bool promotions = true) => Rows(Fit(origin, grouped, promotions), origin);

        public double[][] Rows(IReadOnlyList<RetailForecast> forecasts, int origin) =>
            [.. forecasts.Select(f => Enumerable.Range(0, Held).Select(h => f.Forecast.Mean[Step(origin, h) - 1]).ToArray())];

        public IReadOnlyList<RetailForecast> Fit(int origin, bool grouped, bool promotions)
        {
            int horizon = Step(origin, Held - 1);
            return Forecaster.Retail.Forecast(
                [.. _sales.Select((s, i) => new RetailItem(s.Sku, DemandSeries.Daily(_dates[0], ByDay(s.Values, origin, 0, double.NaN)))
                {
                    Regressors = promotions ? [Regressor.Promotion(ByDay(_flags[i].Values, origin + Held, 0, null))] : [],
                    Group = grouped ? s.Sku[..2] : null,
                })],
                horizon);
        }

        // Rows to calendar days; a closed day is unknown demand, and its flag that of the day before.
        private double[] ByDay(double[] values, int rows, double first, double? closed)
        {
            var days = new double[Period.DaysBetween(_dates[0], _dates[rows - 1]) + 1];
            double last = first;
            int row = 0;
            for (int d = 0; d < days.Length; d++)
            {
                bool open = _dates[row] == _dates[0].PlusDays(d);
                last = open ? values[row++] : last;
                days[d] = open ? last : closed ?? last;
            }

            return days;
        }
    }
}
