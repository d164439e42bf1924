using EcomOps.Inventory.Forecasting;

namespace EcomOps.Inventory.Replenishment;

/// <summary>A forecast that waits for its lead time. Made by <see cref="SafetyStock.For"/>.</summary>
public sealed class ForecastDemand
{
    private readonly Forecast _demand;

    internal ForecastDemand(Forecast demand) => _demand = demand;

    /// <summary>Gives the protection interval.</summary>
    /// <param name="leadTime">Time from order to usable stock.</param>
    /// <param name="reviewPeriods">Time between two reviews in periods of the forecast; 0 for continuous review.</param>
    /// <returns>The next step: which promise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The review period is negative.</exception>
    /// <exception cref="InvalidOperationException">The lead time is in days and the forecast has no calendar.</exception>
    public ProtectedDemand Over(LeadTime leadTime, double reviewPeriods = 0) => new(LeadTimeDemand.Over(_demand, leadTime, reviewPeriods));
}
