namespace EcomOps.Inventory.Backtesting;

/// <summary>What a backtest found, series by series in the order given, and its figures.</summary>
/// <remarks>Immutable and thread-safe. A figure is null when nothing could be judged, or its denominator is 0.</remarks>
/// <param name="Forecaster">Name of the forecaster.</param>
/// <param name="Levels">Probabilities of the quantiles.</param>
/// <param name="Series">One entry per series.</param>
public sealed record BacktestResult(string Forecaster, IReadOnlyList<double> Levels, IReadOnlyList<BacktestSeries> Series)
{
    /// <summary>Periods that could not be judged, because their value is missing or censored.</summary>
    public int Dropped => Series.Sum(s => s.Dropped);

    /// <summary>Series too short for a single origin.</summary>
    public int TooShort => Series.Count(s => s.Origins == 0);

    /// <summary>Weighted absolute percentage error of single periods: sum |error| / sum actual.</summary>
    /// <param name="average">How series are put together.</param>
    /// <returns>The error.</returns>
    public double? Wape(BacktestAverage average) => Ratio(Points, static p => Math.Abs(p.Error), static p => p.Actual, average);

    /// <summary>Mean absolute scaled error of single periods; points whose history has no scale are left out.</summary>
    /// <param name="average">How series are put together.</param>
    /// <returns>The error.</returns>
    public double? Mase(BacktestAverage average) => average == BacktestAverage.MeanOfSeries
        ? Ratio(Scaled, static p => Math.Abs(p.Error) / p.AbsoluteScale, static _ => 1, average)
        : Ratio(Scaled, static p => Math.Abs(p.Error), static p => p.AbsoluteScale, average);

    /// <summary>Symmetric mean absolute percentage error of single periods: mean of <c>200 |a - f| / (|a| + |f|)</c>, 0/0 counts 0.</summary>
    /// <param name="average">How series are put together; sums over sums is the mean over all points.</param>
    /// <returns>From 0 to 200.</returns>
    public double? Smape(BacktestAverage average) => Ratio(Points, static p => ForecastMetrics.Smape([p.Actual], [p.Forecast]), static _ => 1, average);

    /// <summary>Root mean squared scaled error of single periods: the root of the squared errors over their scale; points whose history has no scale are left out.</summary>
    /// <param name="average">How series are put together: the mean of the series' own roots, or the root of all squared errors over all scales.</param>
    /// <returns>The error. Must not choose a forecaster for rare demand: there the forecast 0 wins; <see cref="Forecasting.Forecaster.ForStock(StockSimulation, double?, IReadOnlyList{Forecasting.IForecaster}?)"/> judges by cost.</returns>
    public double? Rmsse(BacktestAverage average) => average == BacktestAverage.MeanOfSeries
        ? Series.Select(Rmsse).OfType<double>().ToArray() is { Length: > 0 } roots ? roots.Average() : null
        : Ratio(Rooted, static p => p.Error * p.Error, static p => p.SquaredScale, average) is { } square ? Math.Sqrt(square) : null;

    /// <summary>RMSSE of the series, each with its own weight, such as its share of the sales value (as in the M5 competition).</summary>
    /// <param name="weights">One per series, in their order; 0 or more. Series without a scale are left out with their weight.</param>
    /// <returns>The weighted mean; null when no weight is left.</returns>
    /// <exception cref="ArgumentException">Another number of weights than series, or one that is negative or not finite.</exception>
    public double? Wrmsse(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return weights.Count == Series.Count && weights.All(static w => w >= 0 && double.IsFinite(w))
            ? ForecastMetrics.Wrmsse(Series.Select((s, i) => (Rmsse(s), weights[i])))
            : throw new ArgumentException("There must be one finite weight of 0 or more for each series.", nameof(weights));
    }

    /// <summary>Mean pinball loss of single periods, in units.</summary>
    /// <param name="level">One of <see cref="Levels"/>.</param>
    /// <param name="average">How series are put together; sums over sums is the mean over all points.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The backtest did not use this level.</exception>
    public double? Pinball(double level, BacktestAverage average) => Pinball(level, Points, average);

    /// <summary>Mean error per period, in units; above 0 means that too little was forecast.</summary>
    /// <param name="average">How series are put together; sums over sums is the mean over all points.</param>
    /// <returns>The bias.</returns>
    public double? Bias(BacktestAverage average) => Ratio(Points, static p => p.Error, static _ => 1, average);

    /// <summary>Mean score of the whole distribution (CRPS), in units; null unless the backtest was asked for it.</summary>
    /// <param name="average">How series are put together; sums over sums is the mean over all points.</param>
    /// <returns>The score.</returns>
    public double? Crps(BacktestAverage average) => Ratio(static s => s.Points.Where(p => p.Crps is not null), static p => p.Crps ?? 0, static _ => 1, average);

    /// <summary>Mean pinball loss of the total over the horizon, in units: what counts for stock.</summary>
    /// <param name="level">One of <see cref="Levels"/>.</param>
    /// <param name="average">How series are put together; sums over sums is the mean over all origins.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The backtest did not use this level.</exception>
    public double? TotalPinball(double level, BacktestAverage average) => Pinball(level, Totals, average);

    /// <summary>Share of the totals over the horizon that were at or below the quantile, 0 to 1; should be near the level.</summary>
    /// <param name="level">One of <see cref="Levels"/>.</param>
    /// <param name="average">How series are put together; sums over sums is the share of all origins.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The backtest did not use this level.</exception>
    public double? TotalCoverage(double level, BacktestAverage average) => Coverage(level, Totals, average);

    /// <summary>Share of single periods that were at or below the quantile, 0 to 1; should be near the level.</summary>
    /// <param name="level">One of <see cref="Levels"/>.</param>
    /// <param name="average">How series are put together; sums over sums is the share of all points.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The backtest did not use this level.</exception>
    public double? Coverage(double level, BacktestAverage average) => Coverage(level, Points, average);

    private static IEnumerable<BacktestPoint> Points(BacktestSeries series) => series.Points;

    private static IEnumerable<BacktestPoint> Totals(BacktestSeries series) => series.Totals;

    private static IEnumerable<BacktestPoint> Scaled(BacktestSeries series) => series.Points.Where(p => p.AbsoluteScale > 0);

    private static IEnumerable<BacktestPoint> Rooted(BacktestSeries series) => series.Points.Where(p => p.SquaredScale > 0);

    private static double? Rmsse(BacktestSeries series) => Rooted(series).ToArray() is { Length: > 0 } points ? Math.Sqrt(points.Average(static p => p.Error * p.Error / p.SquaredScale)) : null;

    private double? Pinball(double level, Func<BacktestSeries, IEnumerable<BacktestPoint>> points, BacktestAverage average)
    {
        int at = IndexOf(level);
        return Ratio(points, p => ForecastMetrics.Pinball(p.Actual, p.Quantiles[at], level), static _ => 1, average);
    }

    private double? Coverage(double level, Func<BacktestSeries, IEnumerable<BacktestPoint>> points, BacktestAverage average)
    {
        int at = IndexOf(level);
        return Ratio(points, p => p.Actual <= p.Quantiles[at] ? 1 : 0, static _ => 1, average);
    }

    private double? Ratio(
        Func<BacktestSeries, IEnumerable<BacktestPoint>> points, Func<BacktestPoint, double> above, Func<BacktestPoint, double> below, BacktestAverage average)
    {
        double ratios = 0, numerator = 0, denominator = 0;
        int count = 0;
        foreach (BacktestSeries series in Series)
        {
            double top = points(series).Sum(above), bottom = points(series).Sum(below);
            numerator += top;
            denominator += bottom;
            ratios += bottom > 0 ? top / bottom : 0;
            count += bottom > 0 ? 1 : 0;
        }

        return average == BacktestAverage.MeanOfSeries ? (count > 0 ? ratios / count : null) : denominator > 0 ? numerator / denominator : null;
    }

    private int IndexOf(double level)
    {
        for (int i = 0; i < Levels.Count; i++)
        {
            if (Levels[i] == level)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(level), level, "The backtest has no quantile at this level; add it to its levels.");
    }
}
