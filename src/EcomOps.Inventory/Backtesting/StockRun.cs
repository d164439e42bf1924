namespace EcomOps.Inventory.Backtesting;

/// <summary>What one item went through in a <see cref="StockSimulation"/>.</summary>
/// <param name="Periods">Periods that were counted; 0 or more.</param>
/// <param name="StockSum">Sum of the stock at the end of each counted period, in units.</param>
/// <param name="Demanded">Units demanded.</param>
/// <param name="Served">Units served from stock in the period of their demand.</param>
/// <param name="Short">Units lost; under back-orders, units owed at the end of a period, summed over the periods.</param>
/// <param name="Cost">Holding and shortage cost together, in the unit of the cost parameters.</param>
/// <param name="UnknownPeriods">Periods without a known demand, in which nothing was counted.</param>
/// <param name="CensoredPeriods">Counted periods whose demand was censored, so that the run saw a lower bound of it.</param>
public sealed record StockRun(int Periods, double StockSum, double Demanded, double Served, double Short, double Cost, int UnknownPeriods, int CensoredPeriods)
{
    /// <summary>Mean stock at the end of a period, in units; 0 without a period.</summary>
    public double MeanStock => Periods == 0 ? 0 : StockSum / Periods;

    /// <summary>Fill rate of this item, 0 to 1; null when nothing was demanded.</summary>
    public double? Fill => Demanded > 0 ? Served / Demanded : null;
}
