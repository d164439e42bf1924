using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// One fixed rule for every series: the class of demand decides what is combined. No backtest per series.
internal sealed class AutomaticForecaster : IForecaster
{
    public string Name => "Automatic";

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        PreparedSeries prepared = PreparedSeries.From(series);
        if (ForecastAssembly.Trivial("Mean", series, prepared, horizon) is { } trivial)
        {
            return trivial;
        }

        return prepared.Profile.MeanInterval >= DemandProfile.IntervalCutOff
            ? RareForecaster.Of("Negative binomial", series, prepared, horizon)
            : Regular(series, prepared, horizon);
    }

    private static Forecast Regular(DemandSeries series, PreparedSeries prepared, int horizon)
    {
        (ModelPath path, string note) = RegularCombination.Fit(prepared.Values, series.SeasonLength, horizon);
        return ForecastAssembly.FromPath("Theta+ETS", series, prepared, path, 3, note);
    }
}
