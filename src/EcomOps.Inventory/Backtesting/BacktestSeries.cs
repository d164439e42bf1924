namespace EcomOps.Inventory.Backtesting;

/// <summary>The backtest of one series.</summary>
/// <param name="Points">Single periods, by origin and step; without those whose actual value is missing or censored.</param>
/// <param name="Totals">Totals over the whole horizon, by origin; without those that hold a missing or censored period.</param>
/// <param name="Origins">Number of forecasts made; 0 when the series is too short.</param>
/// <param name="Dropped">Periods that were forecast but could not be judged, because their value is missing or censored.</param>
public sealed record BacktestSeries(IReadOnlyList<BacktestPoint> Points, IReadOnlyList<BacktestPoint> Totals, int Origins, int Dropped);
