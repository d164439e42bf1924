using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// Histories of all nodes from those of the bottom series.
internal static class HierarchySeries
{
    public static DemandSeries[] Sum(Hierarchy hierarchy, IReadOnlyDictionary<string, DemandSeries> bottom)
    {
        string[] missing = [.. hierarchy.Bottom.Where(id => !bottom.ContainsKey(id))];
        if (missing.Length > 0)
        {
            throw new ArgumentException($"Series without a history: {string.Join(", ", missing)}.", nameof(bottom));
        }

        DemandSeries[] series = [.. hierarchy.Bottom.Select(id => bottom[id])];
        DemandSeries first = series[0];
        return Array.TrueForAll(series, s => s.Count == first.Count && s.Period == first.Period && s.Start == first.Start)
            ? [.. hierarchy.Members.Select(m => Sum([.. m.Select(j => series[j])])), .. series]
            : throw new ArgumentException("The histories must have the same number of periods, the same period and the same start; mark what is not known as missing.", nameof(bottom));
    }

    // One-step errors at the last periods; NaN where a period is missing or censored.
    public static double[] Residuals(DemandSeries series, IForecaster forecaster, int count)
    {
        var errors = new double[count];
        Array.Fill(errors, double.NaN);
        if (count > 0)
        {
            RollingOrigin backtest = new(Horizon: 1) { Origins = count, MinimumHistory = series.Count - count, Levels = [], MaxDegreeOfParallelism = 1 };
            foreach (BacktestPoint point in backtest.Run(forecaster, [series]).Series[0].Points)
            {
                errors[point.Origin - series.Count + count] = point.Error;
            }
        }

        return errors;
    }

    private static DemandSeries Sum(DemandSeries[] parts)
    {
        DemandSeries first = parts[0];
        int[] periods = [.. Enumerable.Range(0, first.Count)];
        double[] values = [.. periods.Select(t => parts.Sum(p => p.Values[t] ?? double.NaN))];
        DemandSeries sum = first.Start is { } start ? DemandSeries.Calendar(first.Period, start, values) : DemandSeries.Of(values);
        return sum.WithSeason(first.SeasonLength).WithStockOuts(periods.Select(t => Array.Exists(parts, p => p.IsCensored(t))));
    }
}
