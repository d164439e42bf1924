using EcomOps.Analytics.Metrics;
using NodaTime;
using Xunit.Abstractions;

namespace EcomOps.Analytics.Tests.Metrics;

public sealed class AnomalyReportTests(ITestOutputHelper output)
{
    private const int Days = 168;
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly ReportPeriod LastMonth = new(First.PlusDays(Days - 28), First.PlusDays(Days - 1));

    [Fact]
    public void A_day_that_falls_out_is_named_with_its_usual_range_and_ordinary_weekends_are_not()
    {
        // Sixty per cent down is twelve to eighteen times the noise: found every time. False alarms beside it stay near the stated share of all alarms.
        int ordinary = 0, all = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            double?[] values = Series(new Random(seed), 1000, 0.05);
            values[Days - 10] *= 0.4;
            AnomalyReport report = AnomalyReport.Compute([new MetricSeries("Net sales", First, values)], LastMonth);
            Anomaly anomaly = report.Anomalies[0];
            Assert.Equal(First.PlusDays(Days - 10), anomaly.On);
            Assert.InRange(anomaly.Value, anomaly.Expected * 0.3, anomaly.Expected * 0.52);
            Assert.True(anomaly.Value < anomaly.Low && anomaly.Low < anomaly.Expected && anomaly.Expected < anomaly.High);
            Assert.Contains("usual for a", anomaly.Words, StringComparison.Ordinal);
            ordinary += report.Anomalies.Count - 1;
            all += report.Anomalies.Count;
        }

        output.WriteLine($"{ordinary} of {all} alarms false beside a planted one");
        Assert.InRange((double)ordinary / all, 0, 0.05 + (3 * Math.Sqrt(0.05 * 0.95 / 100)));
    }

    [Fact]
    public void Reports_on_ordinary_series_alarm_no_more_often_than_the_stated_rate()
    {
        // 400 shops of four metrics with weekday pattern and growth, where nothing happened: each alarm is false, so the share of reports
        // with any alarm is the false discovery rate; .05 and three standard errors of 400 runs.
        var random = new Random(20261126);
        int alarmed = 0;
        for (int run = 0; run < 400; run++)
        {
            MetricSeries[] series = [.. Enumerable.Range(0, 4).Select(m => new MetricSeries($"m{m}", First, Series(random, 100 * (m + 1), 0.04 + (0.05 * m))))];
            alarmed += AnomalyReport.Compute(series, LastMonth).Anomalies.Count > 0 ? 1 : 0;
        }

        output.WriteLine($"Normal noise: {alarmed / 400.0:P1} of reports with a false alarm");
        Assert.InRange(alarmed / 400.0, 0, 0.05 + (3 * Math.Sqrt(0.05 * 0.95 / 400)));
    }

    [Fact]
    public void Short_constant_and_unknown_series_give_no_alarm()
    {
        double?[] flat = [.. Enumerable.Repeat<double?>(5, Days)], unknown = new double?[Days], brief = [1, 2, 3];
        AnomalyReport report = AnomalyReport.Compute([new("flat", First, flat), new("unknown", First, unknown), new("brief", First, brief)], LastMonth);
        Assert.Equal(0, report.Judged);
        Assert.Empty(report.Anomalies);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(0.6)]
    public void A_lasting_shift_is_one_episode_and_becomes_the_usual_level_within_days(double factor)
    {
        int alarmed = 0, late = 0, episodes = 0;
        for (int seed = 0; seed < 50; seed++)
        {
            double?[] values = Series(new Random(seed), 1000, 0.05);
            for (int d = Days - 28; d < Days; d++)
            {
                values[d] *= factor;
            }

            AnomalyReport report = AnomalyReport.Compute([new MetricSeries("Net sales", First, values)], LastMonth);
            Assert.Equal(LastMonth.From, report.Episodes.MinBy(e => e.From)!.From);
            alarmed += report.Anomalies.Count;
            late += report.Anomalies.Count(a => a.On > LastMonth.From.PlusDays(8));
            episodes += report.Episodes.Count;
        }

        // The first week is unusual; after that the level is the new one. A run of 28 alarms would be the storm. Eight alarms of 28 let
        // Benjamini-Hochberg spend .05 x 8/28 on each of the 19 later days: .3 of an alarm; the bound leaves as much for a level known from few days.
        output.WriteLine($"Shift by {factor}: {alarmed / 50.0} alarms, {late / 50.0} of them late, {episodes / 50.0} episodes");
        Assert.InRange(alarmed / 50.0, 3, 9);
        Assert.InRange(late / 50.0, 0, 0.6);
        Assert.InRange(episodes / 50.0, 1, 1.5);
    }

    [Fact]
    public void Days_of_few_orders_alarm_no_more_often_than_the_stated_rate_and_a_day_without_any_is_found()
    {
        // Poisson counts with mean 12: skewed and whole. 300 shops of two metrics; .05 and three standard errors.
        var random = new Random(77);
        int alarmed = 0, found = 0;
        for (int run = 0; run < 300; run++)
        {
            MetricSeries[] series = [.. Enumerable.Range(0, 2).Select(m => new MetricSeries($"m{m}", First, [.. Enumerable.Range(0, Days).Select(_ => (double?)Poisson(random, 12))]))];
            alarmed += AnomalyReport.Compute(series, LastMonth).Anomalies.Count > 0 ? 1 : 0;
            double?[] outage = [.. series[0].Values];
            outage[Days - 5] = 0;
            found += AnomalyReport.Compute([new MetricSeries("orders", First, outage)], LastMonth).Anomalies.Any(a => a.On == First.PlusDays(Days - 5)) ? 1 : 0;
        }

        output.WriteLine($"Poisson counts: {alarmed / 300.0:P1} of reports with a false alarm, {found / 300.0:P1} of outages found");
        Assert.InRange(alarmed / 300.0, 0, 0.05 + (3 * Math.Sqrt(0.05 * 0.95 / 300)));
        Assert.InRange(found / 300.0, 0.9, 1);
    }

    private static int Poisson(Random random, double mean)
    {
        double product = random.NextDouble();
        int count = 0;
        while (product > Math.Exp(-mean))
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }

    private static double?[] Series(Random random, double level, double noise)
    {
        double[] weekday = [1, 1.05, 1.1, 1.0, 1.2, 0.6, 0.5];
        return [.. Enumerable.Range(0, Days).Select(d => (double?)(level * weekday[d % 7] * Math.Exp((0.002 * d) + (noise * Normal(random)))))];
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
