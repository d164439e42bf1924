using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// A flat rate for rare demand, with the spread of the history around it.
internal sealed class RateForecaster(string name, Func<double[], double> rate) : IForecaster
{
    public string Name => name;

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        PreparedSeries prepared = PreparedSeries.From(series);
        if (ForecastAssembly.Trivial(name, series, prepared, horizon) is { } trivial)
        {
            return trivial;
        }

        var flat = new double[horizon];
        Array.Fill(flat, rate(prepared.Values));
        return ForecastAssembly.Level(name, series, prepared, flat, IntermittentModels.SampleVariance(prepared.Values), [], string.Empty, 1.0 / prepared.Values.Length);
    }
}
