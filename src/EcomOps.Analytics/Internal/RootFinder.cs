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

    // Brent's method (1973): inverse quadratic steps, bisection where they do not help.
    public static double Brent(Func<double, double> f, double low, double high, double tolerance)
    {
        double before = low, at = high, other = 0, fBefore = f(before), fAt = f(at), fOther = 0, last = 0, step = 0;
        for (int i = 0; i < 200; i++)
        {
            if (fBefore != 0 && fAt != 0 && (fBefore < 0) != (fAt < 0))
            {
                (other, fOther) = (before, fBefore);
                last = step = at - before;
            }

            if (Math.Abs(fOther) < Math.Abs(fAt))
            {
                (before, at, other) = (at, other, at);
                (fBefore, fAt, fOther) = (fAt, fOther, fAt);
            }

            double delta = (tolerance + (8.88e-16 * Math.Abs(at))) / 2, half = (other - at) / 2;
            if (fAt == 0 || Math.Abs(half) < delta)
            {
                break;
            }

            double attempt = half;
            bool bisect = true;
            if (Math.Abs(last) > delta && Math.Abs(fAt) < Math.Abs(fBefore))
            {
                if (before == other)
                {
                    attempt = -fAt * (at - before) / (fAt - fBefore);
                }
                else
                {
                    double slope = (fBefore - fAt) / (before - at), slopeOther = (fOther - fAt) / (other - at);
                    attempt = -fAt * ((fOther * slopeOther) - (fBefore * slope)) / (slopeOther * slope * (fOther - fBefore));
                }

                bisect = 2 * Math.Abs(attempt) >= Math.Min(Math.Abs(last), (3 * Math.Abs(half)) - delta);
            }

            (last, step) = bisect ? (half, half) : (step, attempt);
            (before, fBefore) = (at, fAt);
            at += Math.Abs(step) > delta ? step : half > 0 ? delta : -delta;
            fAt = f(at);
        }

        return at;
    }
}
