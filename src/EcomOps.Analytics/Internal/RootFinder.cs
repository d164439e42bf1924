namespace EcomOps.Analytics.Internal;

internal static class RootFinder
{
    // Root of a continuous function with a change of sign between the ends.
    public static double Bisect(Func<double, double> f, double low, double high)
    {
        double atLow = f(low);
        for (int i = 0; i < 200 && high - low > 1e-15 * Math.Max(1, Math.Abs(low)); i++)
        {
            double mid = (low + high) / 2, value = f(mid);
            if (value == 0)
            {
                return mid;
            }

            if ((value > 0) == (atLow > 0))
            {
                low = mid;
            }
            else
            {
                high = mid;
            }
        }

        return (low + high) / 2;
    }
}
