using System.Globalization;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using Xunit.Abstractions;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Accuracy on public series against the published figures; one default for all sets. About 20 s of processor time in all.</summary>
public sealed class ForecastAccuracyTests(ITestOutputHelper output)
{
    private const string Monthly = "m3-monthly.csv";
    private const string MonthlySubmissions = "m3-monthly-submissions.csv.gz";
    private const string Quarterly = "m3-quarterly.csv";
    private const string QuarterlySubmissions = "m3-quarterly-submissions.csv";

    [DataFact("m3/" + Monthly, "m3/" + MonthlySubmissions, "m3/" + Quarterly, "m3/" + QuarterlySubmissions)]
    public void Reader_and_measures_reproduce_the_published_M3_table()
    {
        Published(Monthly, Lines("THETA 13.892 0.858;ForecastPro 13.898 0.848;COMB S-H-D 14.466 0.896;DAMPEN 14.576 0.908;SINGLE 15.300 0.974;NAIVE2 16.891 1.037"), 12);
        Published(Quarterly, Lines("THETA 8.956 1.087;ForecastPro 9.815 1.204;COMB S-H-D 9.216 1.105;DAMPEN 9.361 1.126;SINGLE 9.717 1.229;NAIVE2 9.951 1.238"), 4);

        static string[] Lines(string table) => table.Split(';');
        static void Published(string file, string[] table, int season)
        {
            List<(string Id, double[] Train, double[] Test)> series = ForecastData.M3(file);
            Dictionary<(string, string), double[]> submissions = ForecastData.Submissions(file == Monthly ? MonthlySubmissions : QuarterlySubmissions);
            foreach (string line in table)
            {
                string[] cells = line.Split(' ');
                string method = string.Join(' ', cells[..^2]);
                (double smape, double mase) = Mean([.. series.Select(s => Errors(s.Train, s.Test, submissions[(s.Id, method)], season))]);
                Assert.Equal(double.Parse(cells[^2], CultureInfo.InvariantCulture), smape, 0.0006);
                Assert.Equal(double.Parse(cells[^1], CultureInfo.InvariantCulture), mase, 0.0006);
            }
        }
    }

    [DataFact("m3/" + Monthly)]
    public void M3_monthly()
    {
        List<(string Id, double[] Train, double[] Test)> series = ForecastData.M3(Monthly);
        (double theta, double thetaMase) = Judge("M3 monthly", Forecaster.Theta, series, 12, 12);
        (double smape, double mase) = Judge("M3 monthly", Forecaster.Automatic, series, 12, 12);
        Assert.True(theta <= 13.95 && thetaMase <= 0.87);
        Assert.True(smape <= 13.5 && mase <= 0.84);
    }

    [DataFact("m3/" + Quarterly)]
    public void M3_quarterly()
    {
        List<(string Id, double[] Train, double[] Test)> series = ForecastData.M3(Quarterly);
        Judge("M3 quarterly", Forecaster.Theta, series, 4, 4);
        (double smape, double mase) = Judge("M3 quarterly", Forecaster.Automatic, series, 4, 4);
        Assert.True(smape <= 8.95 && mase <= 1.09);
    }

    [DataFact("m4-weekly/m4-weekly-train.csv.gz", "m4-weekly/m4-weekly-test.csv")]
    public void M4_weekly()
    {
        List<(string Id, double[] Train, double[] Test)> series = ForecastData.M4Weekly();
        (double naive, double naiveMase) = Mean([.. series.Select(s => Errors(s.Train, s.Test, [.. s.Test.Select(_ => s.Train[^1])], 1))]);
        Assert.Equal(9.161, naive, 0.0006);
        Assert.Equal(2.777, naiveMase, 0.0006);
        (double smape, double mase) = Judge("M4 weekly", Forecaster.Automatic, series, 52, 1);
        double owa = ((smape / naive) + (mase / naiveMase)) / 2;
        output.WriteLine(FormattableString.Invariant($"M4 weekly: OWA {owa:0.000}"));
        Assert.True(owa <= 0.90);
    }

    private (double Smape, double Mase) Judge(string set, IForecaster forecaster, List<(string Id, double[] Train, double[] Test)> series, int season, int maseSeason)
    {
        var errors = new (double, double)[series.Count];
        Parallel.For(0, series.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
            errors[i] = Errors(series[i].Train, series[i].Test, forecaster.Forecast(DemandSeries.Of(series[i].Train, season), series[i].Test.Length).Mean, maseSeason));
        (double smape, double mase) = Mean(errors);
        output.WriteLine(FormattableString.Invariant($"{set}, {series.Count} series, {forecaster.Name}: sMAPE {smape:0.000}, MASE {mase:0.000}"));
        return (smape, mase);
    }

    private static (double Smape, double Mase) Errors(double[] train, double[] test, IReadOnlyList<double> forecast, int season) =>
        (ForecastMetrics.Smape(test, forecast), ForecastMetrics.Mase(train, season, test, forecast) ?? 0);

    private static (double Smape, double Mase) Mean((double Smape, double Mase)[] errors) => (errors.Average(e => e.Smape), errors.Average(e => e.Mase));
}
