using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// A past of n intervals cannot show what happens once in m > n intervals: a level that is lower by its share of that risk looks cheaper for certain.
internal static class StockBelief
{
    // One event is expected in so many intervals.
    public static double Weight(double probability) => 1 / (1 - probability);

    public static double Loss(Forecast standard, Forecast candidate, int protection, double probability, double shortage, double holding)
    {
        DemandDistribution demand = standard.Total(protection);
        double usual = demand.Quantile(probability), other = candidate.Total(protection).Quantile(probability);
        return Cost(other) - Cost(usual);

        double Cost(double level) => (shortage * demand.Loss(level)) + (holding * demand.ComplementaryLoss(level));
    }
}
