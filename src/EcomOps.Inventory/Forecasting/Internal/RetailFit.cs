namespace EcomOps.Inventory.Forecasting.Internal;

// What the fit of one item leaves for its forecast, in units of the item's smallest sale; not the rows, which are large.
internal sealed record RetailFit(double Unit, double[] Effects, double[] Mean, double RecentDays, double Days, double Dispersion, double? Wander)
{
    private const int Block = 28;
    private const int Blocks = 13;

    // Squared relative movement of the level over blocks of days, beyond what independent days would show; null for a short history.
    public static double? WanderOf(RetailHistory history, RetailRegression fit)
    {
        double excess = 0, scale = 0;
        for (int end = history.Length; end >= Block && end > history.Length - (Block * Blocks); end -= Block)
        {
            double error = 0, variance = 0, total = 0;
            for (int t = end - Block; t < end; t++)
            {
                if (history.Known[t])
                {
                    double mean = fit.MeanAt(t);
                    error += fit.Demand[t] - mean;
                    variance += mean + (fit.Dispersion * mean * mean);
                    total += mean;
                }
            }

            excess += (error * error) - variance;
            scale += total * total;
        }

        return scale > 0 ? Math.Clamp(excess / scale, 0, 1) : null;
    }
}
