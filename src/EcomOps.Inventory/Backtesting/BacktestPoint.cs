namespace EcomOps.Inventory.Backtesting;

/// <summary>One forecast held against what came.</summary>
/// <param name="Origin">Number of periods of the series that lay before the forecast.</param>
/// <param name="Step">Period ahead, from 1; of a total: the number of periods in it.</param>
/// <param name="Actual">What came, in units; 0 or more.</param>
/// <param name="Forecast">Point forecast, in units.</param>
/// <param name="Quantiles">Forecast quantiles at the levels of the backtest, in units.</param>
/// <param name="Crps">Continuous ranked probability score, in units; null when it was not asked for.</param>
/// <param name="AbsoluteScale">Mean absolute seasonal difference of the history before the origin, the scale of MASE; 0 when it has none.</param>
/// <param name="SquaredScale">Mean squared difference of neighbouring periods of that history, the scale of RMSSE; 0 when it has none.</param>
public sealed record BacktestPoint(int Origin, int Step, double Actual, double Forecast, IReadOnlyList<double> Quantiles, double? Crps, double AbsoluteScale, double SquaredScale)
{
    /// <summary>Actual minus forecast, in units; above 0 means that too little was forecast.</summary>
    public double Error => Actual - Forecast;
}
