using EcomOps.Core;
using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// Pinball loss of the demand of the protection interval, proportional to the cost of holding and back-orders with p / (p + h) = level.
internal sealed class PinballTrial(double serviceLevel, int protection) : ITrial
{
    private const int Origins = 8;

    public string Measure => FormattableString.Invariant($"pinball loss at {serviceLevel:0.###} of {protection}-period demand");

    public int Overlap => protection;

    public Issue? Refusal(DemandProfile profile) => null;

    public (double Loss, double Weight) Belief(Forecast standard, Forecast candidate) =>
        (StockBelief.Loss(standard, candidate, protection, serviceLevel, serviceLevel, 1 - serviceLevel), StockBelief.Weight(serviceLevel));

    public TrialResult Run(IForecaster candidate, DemandSeries series)
    {
        RollingOrigin backtest = new(protection) { Origins = Origins, MinimumHistory = CandidateSet.Start(series), Levels = [serviceLevel], MaxDegreeOfParallelism = 1 };
        return new TrialResult([.. backtest.Run(candidate, [series]).Series[0].Totals.Select(t => ForecastMetrics.Pinball(t.Actual, t.Quantiles[0], serviceLevel))]);
    }
}
