using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// A single model of expected values; the distributions follow from its one-step errors and its impulse response.
internal sealed class PathForecaster(string name, int parameters, Func<double[], int, int, ModelPath> fit) : IForecaster
{
    public string Name => name;

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        PreparedSeries prepared = PreparedSeries.From(series);
        if (ForecastAssembly.Trivial("Mean", series, prepared, horizon) is { } trivial)
        {
            return trivial;
        }

        // In units of its own mean, so that a search stops at the same place whatever the unit.
        double scale = IntermittentModels.Mean(prepared.Values);
        ModelPath path = fit([.. prepared.Values.Select(v => v / scale)], series.SeasonLength, horizon);
        path = path with { Mean = [.. path.Mean.Select(v => v * scale)], Fitted = [.. path.Fitted.Select(v => v * scale)] };
        return ForecastAssembly.FromPath(name, series, prepared, path, parameters, path.Note);
    }
}
