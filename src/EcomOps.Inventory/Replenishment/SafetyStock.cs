using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;

namespace EcomOps.Inventory.Replenishment;

/// <summary>Stock levels that keep a promise, from a forecast or any demand: <c>SafetyStock.For(demand).Over(leadTime).Reaching(ServiceLevel.Cycle(0.97))</c>.</summary>
public static class SafetyStock
{
    /// <summary>Starts with a forecast.</summary>
    /// <param name="demand">The forecast.</param>
    /// <returns>The next step: over which lead time.</returns>
    public static ForecastDemand For(Forecast demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return new ForecastDemand(demand);
    }

    /// <summary>Starts with a known demand over the protection interval.</summary>
    /// <param name="leadTimeDemand">Demand over lead time (and review period).</param>
    /// <returns>The next step: which promise.</returns>
    public static ProtectedDemand ForDemand(DemandDistribution leadTimeDemand)
    {
        ArgumentNullException.ThrowIfNull(leadTimeDemand);
        return new ProtectedDemand(leadTimeDemand);
    }
}
