namespace EcomOps.Analytics.Internal;

// Special functions whose accuracy (about 1e-15 relative) and speed the fits rest on.
internal static class Special
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    // ln Gamma(x), x > 0: recurrence up to 9, then Stirling's series.
    public static double LogGamma(double x)
    {
        if (x == 1 || x == 2)
        {
            return 0;
        }

        double product = 1, shift = 0;
        while (x < 9)
        {
            product *= x;
            x += 1;
            if (product > 1e250)
            {
                shift += Math.Log(product);
                product = 1;
            }
        }

        double z = 1 / (x * x);
        double series = (1.0 / 12) - (z * ((1.0 / 360) - (z * ((1.0 / 1260) - (z * ((1.0 / 1680) - (z * ((1.0 / 1188) - (z * (691.0 / 360360))))))))));
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + (series / x) - Math.Log(product) - shift;
    }

    // d/dx ln Gamma(x), x > 0.
    public static double Digamma(double x)
    {
        double sum = 0;
        while (x < 9)
        {
            sum -= 1 / x;
            x += 1;
        }

        double z = 1 / (x * x);
        double series = (1.0 / 12) - (z * ((1.0 / 120) - (z * ((1.0 / 252) - (z * ((1.0 / 240) - (z * ((1.0 / 132) - (z * (691.0 / 32760))))))))));
        return sum + Math.Log(x) - (0.5 / x) - (z * series);
    }

    public static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    public static double LogSumExp(double a, double b)
    {
        double max = Math.Max(a, b);
        return double.IsNegativeInfinity(max) ? max : max + Math.Log(Math.Exp(a - max) + Math.Exp(b - max));
    }

    // exp(x) - 1 without cancellation near 0.
    public static double Expm1(double x) => Math.Abs(x) < 1e-4 ? x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4)))))) : Math.Exp(x) - 1;

    // 1 / (1 + exp(x)) without overflow.
    public static double Logistic(double x) => x > 0 ? Math.Exp(-x) / (1 + Math.Exp(-x)) : 1 / (1 + Math.Exp(x));
}
