namespace EcomOps.Analytics.Internal;

// Gauss' 2F1(a, b; c; z) for real parameters, c > 0 and 0 <= z < 1. Up to z = 1/2 the power series; beyond, the
// hypergeometric equation is continued by Taylor series, each step halving the distance to the singularity at 1.
// No transformation is needed, so no combination of parameters is degenerate.
internal static class Hypergeometric
{
    private const int MaxTerms = 100_000;

    public static double F(double a, double b, double c, double z)
    {
        if (z == 0 || a == 0 || b == 0)
        {
            return 1;
        }

        // Half the continuation's steps would be wasted on series that converge quickly anyway.
        if (z <= 0.7)
        {
            return Series(a, b, c, z);
        }

        double at = 0.5;
        double value = Series(a, b, c, at), slope = a * b / c * Series(a + 1, b + 1, c + 1, at);
        while (at < z)
        {
            double step = Math.Min(z - at, (1 - at) / 2);
            (value, slope) = Continue(a, b, c, at, value, slope, step);
            at += step;
            if (z - at < 1e-16)
            {
                break;
            }
        }

        return value;
    }

    private static double Series(double a, double b, double c, double z)
    {
        double term = 1, sum = 1;
        for (int n = 0; n < MaxTerms; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (1 + n)) * z;
            sum += term;
            if (Math.Abs(term) <= 1e-17 * Math.Abs(sum) && n > -Math.Min(a, b))
            {
                break;
            }
        }

        return sum;
    }

    // Taylor coefficients u_n about z0 from z(1-z)w'' + (c - (a+b+1)z)w' - ab w = 0.
    private static (double Value, double Slope) Continue(double a, double b, double c, double z0, double value, double slope, double h)
    {
        double p = z0 * (1 - z0), q = 1 - (2 * z0), r = c - ((a + b + 1) * z0);
        double u0 = value, u1 = slope * h, sum = u0 + u1, derivative = u1;
        for (int n = 0; n < MaxTerms; n++)
        {
            // Coefficients are scaled by h^n, so the powers of h stand with each step down.
            double u2 = ((((n + a) * (n + b)) * u0 * h * h) - ((((n + 1.0) * n * q) + ((n + 1) * r)) * u1 * h)) / (p * (n + 2.0) * (n + 1));
            sum += u2;
            derivative += (n + 2) * u2;
            if (Math.Abs(u2) * (n + 2) <= 1e-17 * Math.Abs(sum) && Math.Abs(u1) * (n + 2) <= 1e-16 * Math.Abs(sum) && n > 3)
            {
                break;
            }

            (u0, u1) = (u1, u2);
        }

        return (sum, derivative / h);
    }
}
