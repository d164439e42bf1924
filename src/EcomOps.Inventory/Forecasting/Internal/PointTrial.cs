using EcomOps.Core;
using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// Squared error of single periods, as RMSSE scales it: the scale is the same for all candidates. Only for demand that comes in most periods.
internal sealed class PointTrial(int horizon) : ITrial
{
    public const double LargestZeroShare = 0.4;

    private const int Origins = 6;

    public string Measure => FormattableString.Invariant($"squared scaled error of the next {horizon} periods");

    public int Overlap => horizon;

    public Issue? Refusal(DemandProfile profile) => profile.ZeroShare <= LargestZeroShare || profile.NonZero == 0 ? null : new Issue(
        "point_error_refused",
        "series",
        FormattableString.Invariant(
            $"{profile.ZeroShare:0.#%} of the periods have no demand; above {LargestZeroShare:0%} a point error favours the forecast 0 and must not choose. The default is used; for stock, choose with Forecaster.ForStock."),
        Severity.Warning);

    public (double Loss, double Weight) Belief(Forecast standard, Forecast candidate) => (0, 0);

    public TrialResult Run(IForecaster candidate, DemandSeries series)
    {
        RollingOrigin backtest = new(horizon) { Origins = Origins, MinimumHistory = CandidateSet.Start(series), Levels = [], MaxDegreeOfParallelism = 1 };
        return new TrialResult([.. backtest.Run(candidate, [series]).Series[0].Points.Where(p => p.SquaredScale > 0).Select(p => p.Error * p.Error / p.SquaredScale)]);
    }
}
