using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.MultiEchelon.Internal;

namespace EcomOps.Inventory.MultiEchelon;

/// <summary>A serial chain under stochastic service: stages in line, customers at the first, an outside supplier that always delivers at the last.</summary>
/// <remarks>
/// Normal demand, back-orders at the first stage only cost. Exact by Clark and Scarf's decomposition (1960), on a grid: relative
/// error below 1e-4. Snyder and Shen, chapter 6. Immutable and thread-safe.
/// </remarks>
public sealed class SerialChain
{
    private readonly SerialStage[] _stages;
    private readonly double _penalty;
    private readonly double _mean;
    private readonly double _deviation;

    /// <summary>Describes the chain.</summary>
    /// <param name="stages">Stages from the customer-facing one upstream; at least one.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit at the first stage; above 0.</param>
    /// <param name="demandMean">Mean demand per time unit; 0 or more.</param>
    /// <param name="demandDeviation">Its standard deviation; 0 or more.</param>
    /// <exception cref="ArgumentException">No stage, or a value outside its range.</exception>
    public SerialChain(IReadOnlyList<SerialStage> stages, double stockOutCost, double demandMean, double demandDeviation)
    {
        ArgumentNullException.ThrowIfNull(stages);
        bool sound = stages.Count > 0 && stages.All(s => s.EchelonHoldingCost >= 0 && double.IsFinite(s.EchelonHoldingCost) && s.LeadTime >= 0 && double.IsFinite(s.LeadTime));
        if (!sound || !(stockOutCost > 0) || !(demandMean >= 0) || !(demandDeviation >= 0) || !double.IsFinite(stockOutCost + demandMean + demandDeviation))
        {
            throw new ArgumentException("A chain needs at least one stage, costs, lead times and demand of 0 or more, and a stock-out cost above 0.", nameof(stages));
        }

        _stages = [.. stages];
        (_penalty, _mean, _deviation) = (stockOutCost, demandMean, demandDeviation);
    }

    /// <summary>The exact optimum.</summary>
    /// <returns>Levels and cost.</returns>
    public EchelonPolicy Optimise()
    {
        var (levels, cost) = new ClarkScarf(_stages, _penalty, _mean, _deviation).Solve(null, Bounds());
        return new EchelonPolicy(levels, cost);
    }

    /// <summary>Expected cost per time unit of given levels.</summary>
    /// <param name="echelonLevels">S_j per stage, from the customer-facing one.</param>
    /// <returns>Holding and stock-out cost.</returns>
    /// <exception cref="ArgumentException">Another number of levels than stages.</exception>
    public double Cost(IReadOnlyList<double> echelonLevels) => Evaluate(echelonLevels, _penalty);

    /// <summary>Expected holding cost alone of given levels.</summary>
    /// <param name="echelonLevels">S_j per stage, from the customer-facing one.</param>
    /// <returns>Holding cost, stock in transit included.</returns>
    /// <exception cref="ArgumentException">Another number of levels than stages.</exception>
    public double HoldingCost(IReadOnlyList<double> echelonLevels) => Evaluate(echelonLevels, 0);

    /// <summary>Shang and Song's heuristic (2003): the mean of two newsvendor quantiles per stage, a bound from below and one from above.</summary>
    /// <param name="round">How each mean is rounded; none by default.</param>
    /// <returns>Levels without a cost.</returns>
    public EchelonPolicy NewsvendorHeuristic(LevelRounding round = LevelRounding.None) => new([.. Bounds().Select(b => round switch
    {
        LevelRounding.Up => Math.Ceiling(0.5 * (b.Low + b.High)),
        LevelRounding.Down => Math.Floor(0.5 * (b.Low + b.High)),
        LevelRounding.Nearest => Math.Round(0.5 * (b.Low + b.High), MidpointRounding.ToEven),
        _ => 0.5 * (b.Low + b.High),
    })], 0);

    private double Evaluate(IReadOnlyList<double> levels, double penalty)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return levels.Count == _stages.Length && levels.All(double.IsFinite)
            ? new ClarkScarf(_stages, penalty, _mean, _deviation).Solve([.. levels], []).Cost
            : throw new ArgumentException("One finite level per stage is needed.", nameof(levels));
    }

    // The ratios (p + U) / (p + H) and (p + U) / (p + U + h_j) bound the optimal level of stage j from both sides.
    private (double Low, double High)[] Bounds()
    {
        double all = _stages.Sum(s => s.EchelonHoldingCost), upstream = all, time = 0;
        var bounds = new (double, double)[_stages.Length];
        for (int j = 0; j < _stages.Length; j++)
        {
            double h = _stages[j].EchelonHoldingCost;
            upstream -= h;
            time += _stages[j].LeadTime;
            var demand = new NormalDemand(_mean * time, _deviation * Math.Sqrt(time));
            double low = (_penalty + upstream) / (_penalty + all), high = (_penalty + upstream) / (_penalty + upstream + h);
            const double Certain = 1 - 1e-12;
            bounds[j] = (demand.Quantile(Math.Min(Certain, low)), demand.Quantile(Math.Min(Certain, high)));
        }

        return bounds;
    }
}
