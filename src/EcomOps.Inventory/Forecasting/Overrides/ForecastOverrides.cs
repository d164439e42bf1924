using System.Globalization;
using EcomOps.Inventory.Forecasting.Internal;
using EcomOps.Inventory.Forecasting.Overrides.Internal;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Inventory.Forecasting.Overrides;

/// <summary>The overrides of a shop, and forecasts with them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ForecastOverrides
{
    private readonly ILookup<string, ForecastOverride> _bySeries;

    /// <summary>Takes the overrides.</summary>
    /// <param name="overrides">Any number, in any order; of two that were made at the same instant, the later in this list counts as the younger.</param>
    public ForecastOverrides(IEnumerable<ForecastOverride> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        _bySeries = overrides.ToLookup(o => o.Series, StringComparer.Ordinal);
    }

    /// <summary>A forecast with the overrides of its series.</summary>
    /// <param name="series">Id of the series.</param>
    /// <param name="forecast">The statistical forecast.</param>
    /// <param name="firstDay">Any day of its first period.</param>
    /// <param name="today">Today; overrides that expired before it are left out.</param>
    /// <returns>
    /// The forecast with changed means; distributions keep their coefficient of variation (of counts, that of the part above a Poisson). Who
    /// changed what and why is in its explanation. Issues (warnings): <c>override_expired</c>, <c>override_overlap</c> (the older one is left out on the
    /// common days), <c>override_outside_horizon</c>, <c>override_invalid</c> (value outside 0 to 1e12, no reason or no author).
    /// </returns>
    /// <exception cref="InvalidOperationException">The forecast has no calendar period.</exception>
    public Forecast Apply(string series, Forecast forecast, LocalDate firstDay, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(forecast);
        OverridePlan plan = OverridePlan.Of([.. _bySeries[series]], forecast, firstDay, today);
        if (plan.Issues.Count == 0 && plan.Used.Count == 0)
        {
            return forecast;
        }

        double[] mean = plan.Means(forecast);
        string words = string.Join(" ", plan.Used.Select(o => string.Create(
            CultureInfo.InvariantCulture,
            $"Override by {o.Author} for {LocalDatePattern.Iso.Format(o.Days.Start)} to {LocalDatePattern.Iso.Format(o.Days.End)}: {(o.Kind == OverrideKind.Factor ? "x " : string.Empty)}{o.Value:0.##}{(o.Kind == OverrideKind.Factor ? string.Empty : " per period")} ({o.Reason}).")));
        return MovedForecast.To(forecast, mean, null, words, plan.Issues);
    }

    /// <summary>What became of the periods that were overridden, for <see cref="OverrideReview"/>.</summary>
    /// <param name="series">Id of the series.</param>
    /// <param name="forecast">The statistical forecast, without overrides.</param>
    /// <param name="firstDay">Any day of its first period.</param>
    /// <param name="madeOn">The day on which the forecast was made and the overrides counted.</param>
    /// <param name="actual">Demand of its periods so far, from the first on; NaN where it is not known. Those beyond the horizon are left out.</param>
    /// <returns>One outcome for each period with an override and a known demand; of several overrides in a period, the one with most days is named.</returns>
    /// <exception cref="InvalidOperationException">The forecast has no calendar period.</exception>
    public IReadOnlyList<OverrideOutcome> Outcomes(string series, Forecast forecast, LocalDate firstDay, LocalDate madeOn, IReadOnlyList<double> actual)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(actual);
        OverridePlan plan = OverridePlan.Of([.. _bySeries[series]], forecast, firstDay, madeOn);
        double[] mean = plan.Means(forecast);
        var outcomes = new List<OverrideOutcome>();
        for (int h = 0; h < Math.Min(forecast.Horizon, actual.Count); h++)
        {
            if (plan.Main(h) is { } main && double.IsFinite(actual[h]))
            {
                outcomes.Add(new OverrideOutcome(series, main.Author, main.Reason, forecast.Mean[h], mean[h], actual[h]));
            }
        }

        return outcomes;
    }
}
