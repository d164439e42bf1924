using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

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
            ? Rare(series, prepared, horizon)
            : Regular(series, prepared, horizon);
    }

    private static Forecast Rare(DemandSeries series, PreparedSeries prepared, int horizon)
    {
        double[] y = prepared.Values;
        double mean = IntermittentModels.Mean(y);
        double recent = IntermittentModels.TeunterSyntetosBabai(y, 0.1, 0.05);
        double rate = (0.5 * mean) + (0.5 * recent);
        var flat = new double[horizon];
        Array.Fill(flat, rate);
        string note = FormattableString.Invariant($"Half the long-run mean {mean:0.###} and half the TSB rate {recent:0.###}, which falls when demand stays away");
        return ForecastAssembly.Level("Mean+TSB", series, prepared, flat, IntermittentModels.SampleVariance(y), [], note, 1.0 / y.Length);
    }

    private static Forecast Regular(DemandSeries series, PreparedSeries prepared, int horizon)
    {
        (ModelPath path, string note) = RegularCombination.Fit(prepared.Values, series.SeasonLength, horizon);
        return ForecastAssembly.FromPath("Theta+SES+Damped", series, prepared, path, 3, note);
    }
}
