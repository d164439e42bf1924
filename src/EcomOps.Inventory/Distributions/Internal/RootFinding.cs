namespace EcomOps.Inventory.Distributions.Internal;

internal static class RootFinding
{
    // Solves f(x) = 0 of a function that changes sign between the ends (Brent's method).
    public static double Brent(Func<double, double> f, double low, double high, double tolerance = 1e-13)
    {
        double a = low, b = high, fa = f(a), fb = f(b);
        if (fa == 0 || fb == 0)
        {
            return fa == 0 ? a : b;
        }

        double c = a, fc = fa, d = b - a, e = d;
        for (int i = 0; i < 200; i++)
        {
            if (Math.Abs(fc) < Math.Abs(fb))
            {
                (a, b, c) = (b, c, b);
                (fa, fb, fc) = (fb, fc, fb);
            }

            double slack = (2 * double.Epsilon) + (tolerance * Math.Max(Math.Abs(b), 1e-300));
            double middle = 0.5 * (c - b);
            if (Math.Abs(middle) <= slack || fb == 0)
            {
                return b;
            }

            if (Math.Abs(e) >= slack && Math.Abs(fa) > Math.Abs(fb))
            {
                double s = fb / fa, p, q;
                if (a == c)
                {
                    p = 2 * middle * s;
                    q = 1 - s;
                }
                else
                {
                    double r = fb / fc;
                    q = fa / fc;
                    p = s * ((2 * middle * q * (q - r)) - ((b - a) * (r - 1)));
                    q = (q - 1) * (r - 1) * (s - 1);
                }

                q = p > 0 ? -q : q;
                p = Math.Abs(p);
                bool accept = 2 * p < Math.Min((3 * middle * q) - Math.Abs(slack * q), Math.Abs(e * q));
                (e, d) = accept ? (d, p / q) : (middle, middle);
            }
            else
            {
                d = e = middle;
            }

            (a, fa) = (b, fb);
            b += Math.Abs(d) > slack ? d : Math.CopySign(slack, middle);
            fb = f(b);
            if (fb > 0 == fc > 0)
            {
                (c, fc) = (a, fa);
                d = e = b - a;
            }
        }

        return b;
    }

    // Quantile of a continuous, non-decreasing distribution function, from a guess and a typical width.
    public static double Quantile(Func<double, double> cdf, double probability, double start, double width, double floor = 0)
    {
        double step = Math.Max(width, 1e-300), low = start, high = start;
        while (low > floor && cdf(low) >= probability)
        {
            low = Math.Max(floor, low - step);
            step *= 2;
        }

        step = Math.Max(width, 1e-300);
        while (cdf(high) < probability)
        {
            high += step;
            step *= 2;
        }

        return high > low ? Brent(x => cdf(x) - probability, low, high) : high;
    }

    // Smallest x of [low, high] with cdf(x) >= p; bisection, because the function may jump.
    public static double SmallestReaching(Func<double, double> cdf, double probability, double low, double high)
    {
        for (int i = 0; i < 80 && high - low > 1e-12 * Math.Max(1, Math.Abs(high)); i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = cdf(middle) >= probability ? (low, middle) : (middle, high);
        }

        return high;
    }

    // Minimum of a unimodal function by golden sections.
    public static double Minimise(Func<double, double> f, double low, double high, double tolerance = 1e-10)
    {
        const double Golden = 0.61803398874989484820;
        double a = low, b = high, x1 = b - (Golden * (b - a)), x2 = a + (Golden * (b - a)), f1 = f(x1), f2 = f(x2);
        while (b - a > tolerance * Math.Max(1, Math.Abs(a) + Math.Abs(b)))
        {
            if (f1 <= f2)
            {
                (b, x2, f2) = (x2, x1, f1);
                x1 = b - (Golden * (b - a));
                f1 = f(x1);
            }
            else
            {
                (a, x1, f1) = (x1, x2, f2);
                x2 = a + (Golden * (b - a));
                f2 = f(x2);
            }
        }

        return 0.5 * (a + b);
    }
}
