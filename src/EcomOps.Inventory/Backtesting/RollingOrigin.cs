using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;

namespace EcomOps.Inventory.Backtesting;

/// <summary>A backtest that forecasts again and again from later origins, each time from earlier periods only.</summary>
/// <remarks>
/// The last origin leaves exactly the horizon to judge; earlier ones lie whole steps before it, as long as the history before them is
/// long enough. The result is the same whatever the degree of parallelism. Immutable and thread-safe.
/// </remarks>
/// <param name="Horizon">Periods ahead; 1 or more.</param>
public sealed record RollingOrigin(int Horizon)
{
    private static readonly double[] UsualLevels = [0.5, 0.8, 0.9, 0.95, 0.99];

    /// <summary>Periods ahead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Horizon { get; init => field = AtLeastOne(value, nameof(Horizon)); } = AtLeastOne(Horizon, nameof(Horizon));

    /// <summary>Largest number of origins per series; 1 or more, default 6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Origins { get; init => field = AtLeastOne(value, nameof(Origins)); } = 6;

    /// <summary>Periods between origins; 1 (the default) or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Step { get; init => field = AtLeastOne(value, nameof(Step)); } = 1;

    /// <summary>Fewest periods before an origin; 1 or more, default 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int MinimumHistory { get; init => field = AtLeastOne(value, nameof(MinimumHistory)); } = 12;

    /// <summary>Periods that the forecaster sees (a sliding window), 1 or more; null (the default) for all before the origin (an expanding one).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Window { get; init => field = value is { } n ? AtLeastOne(n, nameof(Window)) : null; }

    /// <summary>Probabilities of the quantiles to judge, each in (0, 1); default .5, .8, .9, .95, .99.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside its range.</exception>
    public IReadOnlyList<double> Levels { get; init => field = Checked(value); } = UsualLevels;

    /// <summary>Whether to score whole distributions too (99 quantiles a period); default no.</summary>
    public bool WithCrps { get; init; }

    /// <summary>Series worked on at the same time; -1 (the default) for as many as there are processors.</summary>
    public int MaxDegreeOfParallelism { get; init; } = -1;

    /// <summary>Judges a forecaster on series.</summary>
    /// <param name="forecaster">Pure, as its contract says.</param>
    /// <param name="series">Histories; a series too short for an origin is kept with none.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Every forecast against what came, in the order of the series.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public BacktestResult Run(IForecaster forecaster, IReadOnlyList<DemandSeries> series, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(forecaster);
        ArgumentNullException.ThrowIfNull(series);
        var results = new BacktestSeries[series.Count];
        Parallel.For(0, series.Count, new ParallelOptions { MaxDegreeOfParallelism = MaxDegreeOfParallelism, CancellationToken = cancellation }, i => results[i] = Judge(forecaster, series[i]));
        return new BacktestResult(forecaster.Name, Levels, results);
    }

    private BacktestSeries Judge(IForecaster forecaster, DemandSeries series)
    {
        var points = new List<BacktestPoint>();
        var totals = new List<BacktestPoint>();
        int last = series.Count - Horizon, fitting = last >= MinimumHistory ? ((last - MinimumHistory) / Step) + 1 : 0;
        int origins = Math.Min(Origins, fitting), dropped = 0;
        for (int i = origins - 1; i >= 0; i--)
        {
            int origin = last - (i * Step);
            DemandSeries past = series.First(origin);
            past = Window is { } window && window < origin ? past.Last(window) : past;
            Forecast forecast = forecaster.Forecast(past, Horizon);
            (double Absolute, double Squared) scale = (Scale(past, past.SeasonLength, Math.Abs), Scale(past, 1, static d => d * d));
            double sum = 0;
            int judged = 0;
            for (int step = 1; step <= Horizon; step++)
            {
                int t = origin + step - 1;
                if (series.Values[t] is { } units && !series.IsCensored(t))
                {
                    double actual = Math.Max(0, units);
                    points.Add(Point(origin, step, actual, forecast.Mean[step - 1], forecast.At(step), scale));
                    sum += actual;
                    judged++;
                }
            }

            dropped += Horizon - judged;
            if (judged == Horizon)
            {
                totals.Add(Point(origin, Horizon, sum, forecast.Mean.Sum(), forecast.Total(Horizon), scale));
            }
        }

        return new BacktestSeries(points, totals, origins, dropped);
    }

    private BacktestPoint Point(int origin, int step, double actual, double mean, Distributions.DemandDistribution demand, (double Absolute, double Squared) scale) =>
        new(origin, step, actual, mean, [.. Levels.Select(demand.Quantile)], WithCrps ? ForecastMetrics.Crps(actual, demand) : null, scale.Absolute, scale.Squared);

    private static double Scale(DemandSeries past, int lag, Func<double, double> size)
    {
        double sum = 0;
        int count = 0;
        for (int t = lag; t < past.Count; t++)
        {
            if (past.Values[t] is { } now && past.Values[t - lag] is { } before)
            {
                sum += size(Math.Max(0, now) - Math.Max(0, before));
                count++;
            }
        }

        return count > 0 ? sum / count : 0;
    }

    private static int AtLeastOne(int value, string name) => value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "The number must be 1 or more.");

    private static double[] Checked(IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return levels.All(static l => l is > 0 and < 1) ? [.. levels] : throw new ArgumentOutOfRangeException(nameof(levels), "Every level must lie between 0 and 1, both excluded.");
    }
}
