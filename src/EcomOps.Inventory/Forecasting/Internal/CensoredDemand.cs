using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// Demand of a period that was out of stock: its expectation given that it was at least what was sold.
internal static class CensoredDemand
{
    public static double Expected(double mean, double dispersion, double sold)
    {
        double whole = Math.Floor(sold);
        if (whole < 1)
        {
            return Math.Max(mean, sold);
        }

        if (whole > 1e6 || mean < 1e-9)
        {
            return Math.Max(mean, sold);
        }

        DemandDistribution demand = dispersion * mean > 1e-6 ? NegativeBinomialDemand.FromMoments(mean, mean + (dispersion * mean * mean)) : new PoissonDemand(mean);
        double reached = 1 - demand.Cdf(whole - 1);
        return reached < 1e-9 ? sold : Math.Max(sold, whole + (demand.Loss(whole) / reached));
    }
}
