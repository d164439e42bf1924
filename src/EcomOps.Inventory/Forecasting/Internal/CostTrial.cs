using EcomOps.Core;
using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// The stock that a forecaster's levels would have kept in the second half of the history, its cost and its service. A forecaster is fitted a few times only;
// between two fits its level moves along with its own expected demand.
internal sealed class CostTrial(StockSimulation terms, double probability) : ITrial
{
    private const int Fits = 6;
    private const int FewestIntervals = 3;

    public string Measure => FormattableString.Invariant(
        $"simulated cost a period (holding {terms.HoldingCost:0.####}, {(terms.BackOrders ? "back-order" : "lost unit")} {terms.ShortageCost:0.####}, lead time {terms.LeadTime}, review {terms.Review}) of levels at {probability:0.###}");

    public int Overlap => terms.ProtectionInterval;

    public Issue? Refusal(DemandProfile profile) => null;

    public (double Loss, double Weight) Belief(Forecast standard, Forecast candidate) =>
        (StockBelief.Loss(standard, candidate, terms.ProtectionInterval, probability, terms.ShortageCost, terms.HoldingCost), StockBelief.Weight(probability));

    public TrialResult Run(IForecaster candidate, DemandSeries series)
    {
        int from = CandidateSet.Start(series), periods = series.Count - from;
        if (periods < FewestIntervals * terms.ProtectionInterval)
        {
            return new TrialResult([]);
        }

        var losses = new List<double>();
        var levels = new Dictionary<int, double>();
        Func<int, double> level = Levels(candidate, series, from);
        StockRun run = terms.Run(series, from, t => levels[t] = level(t), (_, cost) => losses.Add(cost));
        bool[] covered = [.. levels.Select(l => Covered(series, l.Key, l.Value)).OfType<bool>()];
        double service = covered.Length == 0 ? 1 : (double)covered.Count(c => c) / covered.Length;
        double independent = Math.Max(1, (double)covered.Length * terms.Review / terms.ProtectionInterval);
        double chance = 2 * Math.Sqrt(probability * (1 - probability) / independent);
        string seen = FormattableString.Invariant($" (service {service:0.00}, fill {run.Fill ?? 1:0.00}, stock {run.MeanStock:0.#})");
        return new TrialResult([.. losses], seen, service >= probability - chance);
    }

    // Whether the level was enough for the demand of its protection interval; null where that is not known.
    private bool? Covered(DemandSeries series, int from, double level)
    {
        double sum = 0;
        int end = from + terms.ProtectionInterval;
        for (int t = from; t < end; t++)
        {
            if (t >= series.Count || series.Values[t] is not { } units || series.IsCensored(t))
            {
                return null;
            }

            sum += Math.Max(0, units);
        }

        return sum <= level;
    }

    private Func<int, double> Levels(IForecaster candidate, DemandSeries series, int from)
    {
        int protection = terms.ProtectionInterval;
        int every = Math.Max(terms.Review, (series.Count - from + Fits - 1) / Fits);
        Forecast? fitted = null;
        int at = -1;
        DemandDistribution total = new PoissonDemand(0);
        double quantile = 0, mean = 0;
        return t =>
        {
            int block = from + ((t - from) / every * every);
            if (fitted is null || block != at)
            {
                at = block;
                fitted = candidate.Forecast(series.First(block), every + protection);
                total = fitted.Total(protection);
                quantile = total.Quantile(probability);
                mean = Sum(fitted, 0, protection);
            }

            double level = Math.Max(0, quantile + Sum(fitted, t - block, protection) - mean);
            return total.IsDiscrete ? Math.Ceiling(level - 1e-9) : level;
        };
    }

    private static double Sum(Forecast forecast, int from, int count)
    {
        double sum = 0;
        for (int i = from; i < from + count; i++)
        {
            sum += forecast.Mean[i];
        }

        return sum;
    }
}
