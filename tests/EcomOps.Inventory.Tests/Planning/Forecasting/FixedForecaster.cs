using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

/// <summary>A forecaster of a host that says the same for every series: each period and each sum alike.</summary>
internal sealed class FixedForecaster(string name, DemandDistribution period, Func<int, DemandDistribution>? total = null) : IForecaster
{
    public string Name => name;

    public Forecast Forecast(DemandSeries series, int horizon) =>
        EcomOps.Inventory.Forecasting.Forecast.FromDistributions(name, [.. Enumerable.Repeat(period, horizon)], [.. Enumerable.Range(1, horizon).Select(n => total?.Invoke(n) ?? period)]);
}
