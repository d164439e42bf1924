using System.Globalization;
using EcomOps.Core;
using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

internal sealed class ConformalForecaster(IForecaster inner, int origins, int minimumHistory) : IForecaster
{
    public const int FewestOrigins = 10;

    public string Name => $"{inner.Name}, conformal";

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        Forecast forecast = inner.Forecast(series, horizon);
        RollingOrigin backtest = new(horizon) { Origins = origins, MinimumHistory = minimumHistory, Levels = [], MaxDegreeOfParallelism = 1 };
        BacktestPoint[] points = [.. backtest.Run(inner, [series]).Series[0].Points];
        BacktestPoint[][] whole = [.. points.GroupBy(p => p.Origin).Select(g => g.OrderBy(p => p.Step).ToArray()).Where(g => g.Length == horizon)];
        if (whole.Length < FewestOrigins)
        {
            Issue issue = new("short_history", "series", $"{whole.Length} past origins are too few for intervals from past errors; {FewestOrigins} are needed. The forecaster's own intervals are kept.", Severity.Warning);
            return forecast.With(issues: [.. forecast.Issues, issue]);
        }

        var periods = new DemandDistribution[horizon];
        var totals = new DemandDistribution[horizon];
        double[] summed = new double[whole.Length];
        double total = 0;
        for (int h = 0; h < horizon; h++)
        {
            double mean = forecast.Mean[h];
            total += mean;
            periods[h] = Around(mean, whole.Select(g => g[h].Error));
            for (int o = 0; o < whole.Length; o++)
            {
                summed[o] += whole[o][h].Error;
            }

            totals[h] = Around(total, summed);
        }

        string words = string.Create(CultureInfo.InvariantCulture, $"{forecast.Explanation} Intervals from the errors at {whole.Length} past origins.").Trim();
        return forecast.With($"{forecast.Model}, conformal", periods, totals, explanation: words);
    }

    // One more copy of the largest error turns the ranks of n + 1 values into those of the conformal quantile.
    private static EmpiricalDemand Around(double mean, IEnumerable<double> errors)
    {
        double[] values = [.. errors.Select(e => Math.Max(0, mean + e))];
        return new EmpiricalDemand([.. values, values.Max()]);
    }
}
