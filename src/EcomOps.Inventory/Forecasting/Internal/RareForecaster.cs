using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// Negative binomial with its spread drawn towards a prior, whatever the class of demand.
internal sealed class RareForecaster : IForecaster
{
    public string Name => "Negative binomial";

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        PreparedSeries prepared = PreparedSeries.From(series);
        return ForecastAssembly.Trivial(Name, series, prepared, horizon) ?? Of(Name, series, prepared, horizon);
    }

    public static Forecast Of(string name, DemandSeries series, PreparedSeries prepared, int horizon)
    {
        (double rate, double variance, string note) = RareDemand.Of(prepared.Values, prepared.Profile);
        var flat = new double[horizon];
        Array.Fill(flat, rate);
        return ForecastAssembly.Level(name, series, prepared, flat, variance, [], note, 0);
    }
}
