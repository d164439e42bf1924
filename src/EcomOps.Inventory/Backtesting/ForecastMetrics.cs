namespace EcomOps.Inventory.Backtesting;

/// <summary>Measures of forecast error, each defined once.</summary>
/// <remarks>Lists of actual and forecast values must have the same length, 1 or more, else <see cref="ArgumentException"/>. Thread-safe.</remarks>
public static class ForecastMetrics
{
    /// <summary>Symmetric mean absolute percentage error: mean of <c>200 |a - f| / (|a| + |f|)</c>; 0/0 counts 0.</summary>
    /// <param name="actual">Actual values.</param>
    /// <param name="forecast">Forecasts.</param>
    /// <returns>From 0 to 200 (not the half scale).</returns>
    public static double Smape(IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        Same(actual, forecast);
        return Mean(actual, forecast, static (a, f) => Math.Abs(a) + Math.Abs(f) is var sum && sum > 0 ? 200 * Math.Abs(a - f) / sum : 0);
    }

    /// <summary>Mean absolute scaled error: mean <c>|a - f|</c> over the mean <c>|x[t] - x[t-m]|</c> of the history.</summary>
    /// <param name="history">Values before the forecast; more than <paramref name="season"/>.</param>
    /// <param name="season">m, 1 or more.</param>
    /// <param name="actual">Actual values.</param>
    /// <param name="forecast">Forecasts.</param>
    /// <returns>The error; null when the history gives no scale (constant or too short): leave the series out, and say so.</returns>
    public static double? Mase(IReadOnlyList<double> history, int season, IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        Same(actual, forecast);
        double scale = Scale(history, season, squared: false);
        return scale > 0 ? Mean(actual, forecast, static (a, f) => Math.Abs(a - f)) / scale : null;
    }

    /// <summary>Root mean squared scaled error: <c>sqrt(mean (a - f)^2 / mean (x[t] - x[t-1])^2)</c>.</summary>
    /// <param name="history">Values before the forecast; two or more.</param>
    /// <param name="actual">Actual values.</param>
    /// <param name="forecast">Forecasts.</param>
    /// <returns>The error; null when the history gives no scale. Must not choose an inventory model for sparse demand: there the forecast 0 wins.</returns>
    public static double? Rmsse(IReadOnlyList<double> history, IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        Same(actual, forecast);
        double scale = Scale(history, 1, squared: true);
        return scale > 0 ? Math.Sqrt(Mean(actual, forecast, static (a, f) => (a - f) * (a - f)) / scale) : null;
    }

    /// <summary>Weighted RMSSE: errors of many series by weights such as their sales value.</summary>
    /// <param name="errors">RMSSE and weight of each series; null errors are left out; weights 0 or more.</param>
    /// <returns>Weighted mean; null when no weight is left.</returns>
    public static double? Wrmsse(IEnumerable<(double? Rmsse, double Weight)> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        double sum = 0, weight = 0;
        foreach ((double? error, double w) in errors)
        {
            sum += error is { } e ? e * w : 0;
            weight += error is null ? 0 : w;
        }

        return weight > 0 ? sum / weight : null;
    }

    /// <summary>Weighted absolute percentage error: <c>sum |a - f| / sum |a|</c>.</summary>
    /// <param name="actual">Actual values.</param>
    /// <param name="forecast">Forecasts.</param>
    /// <returns>The error; null without any actual value.</returns>
    public static double? Wape(IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        Same(actual, forecast);
        double sum = actual.Sum(Math.Abs);
        return sum > 0 ? Mean(actual, forecast, static (a, f) => Math.Abs(a - f)) * actual.Count / sum : null;
    }

    /// <summary>Bias: <c>sum(a - f)</c>; above 0 means that too little was forecast.</summary>
    /// <param name="actual">Actual values.</param>
    /// <param name="forecast">Forecasts.</param>
    /// <returns>Units.</returns>
    public static double Bias(IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        Same(actual, forecast);
        return Mean(actual, forecast, static (a, f) => a - f) * actual.Count;
    }

    /// <summary>Pinball loss of a quantile: <c>q (a - v)</c> when a is v or more, else <c>(1 - q)(v - a)</c>.</summary>
    /// <param name="actual">Actual value a.</param>
    /// <param name="quantile">Forecast quantile v.</param>
    /// <param name="probability">q, in (0, 1).</param>
    /// <returns>0 or more; proportional to the cost of back-orders with p / (p + h) = q.</returns>
    public static double Pinball(double actual, double quantile, double probability) =>
        actual >= quantile ? probability * (actual - quantile) : (1 - probability) * (quantile - actual);

    /// <summary>Continuous ranked probability score, as twice the mean pinball loss over the quantiles .01, .02 ... .99.</summary>
    /// <param name="actual">Actual value.</param>
    /// <param name="demand">Forecast distribution.</param>
    /// <returns>0 or more, in units.</returns>
    public static double Crps(double actual, Distributions.DemandDistribution demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        double sum = 0;
        for (int i = 1; i < 100; i++)
        {
            sum += Pinball(actual, demand.Quantile(i / 100.0), i / 100.0);
        }

        return 2 * sum / 99;
    }

    private static double Scale(IReadOnlyList<double> history, int season, bool squared)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(season, 1);
        double sum = 0;
        for (int t = season; t < history.Count; t++)
        {
            double gap = history[t] - history[t - season];
            sum += squared ? gap * gap : Math.Abs(gap);
        }

        return history.Count > season ? sum / (history.Count - season) : 0;
    }

    private static double Mean(IReadOnlyList<double> actual, IReadOnlyList<double> forecast, Func<double, double, double> error)
    {
        double sum = 0;
        for (int i = 0; i < actual.Count; i++)
        {
            sum += error(actual[i], forecast[i]);
        }

        return sum / actual.Count;
    }

    private static void Same(IReadOnlyList<double> actual, IReadOnlyList<double> forecast)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(forecast);
        if (actual.Count == 0 || actual.Count != forecast.Count)
        {
            throw new ArgumentException("Actual values and forecasts must be of the same number, 1 or more.", nameof(forecast));
        }
    }
}
