using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// A distribution moved to another mean, within its kind (counts or amounts).
internal static class ScaledDemand
{
    private const double Same = 1e-12;

    // The coefficient of variation stays; of counts, that of the part above a Poisson.
    public static DemandDistribution To(DemandDistribution demand, double mean)
    {
        if (Math.Abs(mean - demand.Mean) <= Same * Math.Max(mean, demand.Mean))
        {
            return demand;
        }

        double own = demand.Mean;
        if (!(own > 0))
        {
            return DistributionShapes.Like(demand, mean, Math.Max(demand.Variance, mean));
        }

        double ratio = mean / own;
        double variance = demand.IsDiscrete
            ? mean + ((demand.Variance - own) * ratio * ratio)
            : demand.Variance * ratio * ratio;
        return DistributionShapes.Like(demand, mean, Math.Max(0, variance));
    }

    // The variance is given as a multiple of the old one.
    public static DemandDistribution To(DemandDistribution demand, double mean, double varianceRatio) =>
        varianceRatio == 1 && Math.Abs(mean - demand.Mean) <= Same * Math.Max(mean, demand.Mean)
            ? demand
            : DistributionShapes.Like(demand, mean, demand.Variance * varianceRatio);
}
