using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// The family of demand by what the history looks like: counts, other amounts of 0 or more.
internal enum DistributionShape
{
    Counts,
    Amounts,
}

internal static class DistributionShapes
{
    private const double LargestCount = 2000;

    public static DistributionShape Of(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            if (value != Math.Floor(value))
            {
                return DistributionShape.Amounts;
            }

            sum += value;
        }

        return sum <= LargestCount * values.Length ? DistributionShape.Counts : DistributionShape.Amounts;
    }

    public static DemandDistribution Make(this DistributionShape shape, double mean, double variance)
    {
        if (!(mean > 1e-12))
        {
            return new PoissonDemand(0);
        }

        if (shape == DistributionShape.Counts && mean < 1e6)
        {
            if (variance > mean * (1 + 1e-9))
            {
                return NegativeBinomialDemand.FromMoments(mean, variance);
            }

            if (mean < 5)
            {
                return new PoissonDemand(mean);
            }
        }

        double sd = Math.Sqrt(Math.Max(0, variance));
        return sd < 0.05 * mean || double.IsInfinity(variance) ? new NormalDemand(mean, double.IsFinite(sd) ? sd : mean) : GammaDemand.FromMoments(mean, variance);
    }

    // The same family with other moments.
    public static DemandDistribution Like(DemandDistribution pattern, double mean, double variance) =>
        (pattern.IsDiscrete ? DistributionShape.Counts : DistributionShape.Amounts).Make(mean, variance);
}
