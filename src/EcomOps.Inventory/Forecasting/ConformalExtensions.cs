using EcomOps.Inventory.Forecasting.Internal;

namespace EcomOps.Inventory.Forecasting;

/// <summary>Intervals from a forecaster's own past errors.</summary>
public static class ConformalExtensions
{
    /// <summary>
    /// The same point forecasts with distributions made of the errors at past origins, step by step and for the total of the first n periods (split conformal prediction; Vovk, Gammerman and
    /// Shafer 2005): of n errors the quantile p is the one of rank <c>ceil((n + 1) p)</c>, the largest when there are too few.
    /// </summary>
    /// <param name="forecaster">Forecaster, of this package or of the host.</param>
    /// <param name="origins">Largest number of past origins, 10 or more; 40 by default. Each costs a fit.</param>
    /// <param name="minimumHistory">Fewest periods before the first origin, 2 or more; 24 by default.</param>
    /// <returns>
    /// A forecaster whose quantiles hold for series whose errors go on as they were, whatever their distribution. With fewer than 10 origins it gives the forecast as it was, with the issue
    /// <c>short_history</c>. Demand is never below 0.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static IForecaster WithConformalIntervals(this IForecaster forecaster, int origins = 40, int minimumHistory = 24)
    {
        ArgumentNullException.ThrowIfNull(forecaster);
        ArgumentOutOfRangeException.ThrowIfLessThan(origins, ConformalForecaster.FewestOrigins);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumHistory, 2);
        return new ConformalForecaster(forecaster, origins, minimumHistory);
    }
}
