using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;

namespace EcomOps.Inventory.Backtesting;

/// <summary>
/// What levels would have cost on known demand: an order-up-to policy run period by period over the past. In each period what was
/// ordered a lead time ago comes in, at a review the position is raised to the level, then demand is served, then stock is counted.
/// </summary>
/// <remarks>
/// Deterministic; immutable and thread-safe. A run starts with stock at the first level and nothing on order. A level covers the lead
/// time and the review together (<see cref="ProtectionInterval"/>) and must be set from earlier periods only.
/// </remarks>
/// <param name="LeadTime">Periods from order to use; 0 (usable in the period of the order) to 10,000.</param>
/// <param name="ShortageCost">Cost per unit lost; under back-orders per unit and period owed. 0 or more, finite.</param>
public sealed record StockSimulation(int LeadTime, double ShortageCost)
{
    /// <summary>Periods from order to use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int LeadTime { get; init => field = Lead(value, nameof(LeadTime)); } = Lead(LeadTime, nameof(LeadTime));

    /// <summary>Cost per unit lost, or per unit and period owed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative or not finite.</exception>
    public double ShortageCost { get; init => field = Cost(value, nameof(ShortageCost)); } = Cost(ShortageCost, nameof(ShortageCost));

    /// <summary>Cost per unit in stock at the end of a period; 0 or more, finite; default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative or not finite.</exception>
    public double HoldingCost { get; init => field = Cost(value, nameof(HoldingCost)); } = 1;

    /// <summary>Periods from one review to the next; 1 (the default) to 10,000. The first period has one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public int Review { get; init => field = value is >= 1 and <= 10_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The review must lie between 1 and 10,000 periods."); } = 1;

    /// <summary>Whether unserved demand waits for stock; false (the default): it is lost.</summary>
    public bool BackOrders { get; init; }

    /// <summary>Lead time and review together: the periods whose demand a level has to cover.</summary>
    public int ProtectionInterval => LeadTime + Review;

    /// <summary>Runs one item with levels of the caller.</summary>
    /// <param name="series">Demand. Negative periods count as no demand; in a missing one only deliveries and orders happen and nothing is counted.</param>
    /// <param name="from">First period of the run, 0-based; up to the length of the series (then nothing is counted).</param>
    /// <param name="level">Order-up-to level at the beginning of a period, asked at reviews only; 0 or more, finite.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The first period lies outside the series, or a level is negative or not finite.</exception>
    public StockRun Run(DemandSeries series, int from, Func<int, double> level) => Run(series, from, level, null);

    // Tells what each counted period cost.
    internal StockRun Run(DemandSeries series, int from, Func<int, double> level, Action<int, double>? counted)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(level);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, series.Count);
        var arrivals = new double[LeadTime + 1];
        double net = 0, onOrder = 0, stock = 0, demanded = 0, served = 0, missed = 0;
        int periods = 0, censored = 0;
        for (int t = from; t < series.Count; t++)
        {
            int slot = (t - from) % arrivals.Length;
            net += arrivals[slot];
            onOrder -= arrivals[slot];
            arrivals[slot] = 0;
            if ((t - from) % Review == 0)
            {
                double order = Math.Max(0, Level(level(t)) - net - onOrder);
                bool atOnce = t == from || LeadTime == 0;
                net += atOnce ? order : 0;
                onOrder += atOnce ? 0 : order;
                arrivals[(t - from + LeadTime) % arrivals.Length] += atOnce ? 0 : order;
            }

            if (series.Values[t] is not { } units)
            {
                continue;
            }

            double demand = Math.Max(0, units), now = Math.Min(Math.Max(0, net), demand);
            net = BackOrders ? net - demand : net - now;
            double lacking = BackOrders ? Math.Max(0, -net) : demand - now, left = Math.Max(0, net);
            missed += lacking;
            stock += left;
            demanded += demand;
            served += now;
            periods++;
            counted?.Invoke(t, (HoldingCost * left) + (ShortageCost * lacking));
            censored += series.IsCensored(t) ? 1 : 0;
        }

        return new StockRun(periods, stock, demanded, served, missed, (HoldingCost * stock) + (ShortageCost * missed), series.Count - from - periods, censored);
    }

    /// <summary>Runs one item with levels from forecasts: the quantile of the demand of the protection interval, rounded up to whole units.</summary>
    /// <param name="series">Demand; at each review the forecaster sees the periods before it.</param>
    /// <param name="from">First period of the run, 0-based.</param>
    /// <param name="forecaster">Makes the forecasts.</param>
    /// <param name="probability">Cycle service level, in (0, 1).</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StockRun Run(DemandSeries series, int from, IForecaster forecaster, double probability)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(forecaster);
        return probability is > 0 and < 1
            ? Run(series, from, t => Math.Ceiling(Math.Max(0, forecaster.Forecast(series.First(t), ProtectionInterval).Total(ProtectionInterval).Quantile(probability)) - 1e-9))
            : throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must lie between 0 and 1, both excluded.");
    }

    private static double Level(double level) => level >= 0 && double.IsFinite(level)
        ? level : throw new ArgumentOutOfRangeException(nameof(level), level, "A level must be 0 or more and finite.");

    private static int Lead(int periods, string name) => periods is >= 0 and <= 10_000
        ? periods : throw new ArgumentOutOfRangeException(name, periods, "The lead time must lie between 0 and 10,000 periods.");

    private static double Cost(double cost, string name) => cost >= 0 && double.IsFinite(cost)
        ? cost : throw new ArgumentOutOfRangeException(name, cost, "A cost must be 0 or more and finite.");
}
