using MathNet.Numerics;

namespace EcomOps.Analytics.Internal;

internal static class Distributions
{
    public static double NormalCdf(double x) => 0.5 * SpecialFunctions.Erfc(-x / Math.Sqrt(2));

    public static double NormalPdf(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    public static double NormalQuantile(double p)
    {
        double x = -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * p);
        double density = NormalPdf(x);
        return density > 1e-300 && double.IsFinite(x) ? x - ((NormalCdf(x) - p) / density) : x;
    }

    // P(T > t) for t of any sign.
    public static double StudentUpper(double t, double df)
    {
        double tail = 0.5 * SpecialFunctions.BetaRegularized(df / 2, 0.5, df / (df + (t * t)));
        return t >= 0 ? tail : 1 - tail;
    }

    // Quantile by safeguarded Newton steps from the normal one.
    public static double StudentQuantile(double p, double df)
    {
        if (p == 0.5)
        {
            return 0;
        }

        double target = Math.Min(p, 1 - p), low = 0, high = 1e8;
        double t = Math.Max(1e-8, -NormalQuantile(target));
        double constant = Special.LogGamma((df + 1) / 2) - Special.LogGamma(df / 2) - (0.5 * Math.Log(df * Math.PI));
        for (int i = 0; i < 200; i++)
        {
            double error = StudentUpper(t, df) - target;
            if (error > 0)
            {
                low = t;
            }
            else
            {
                high = t;
            }

            double density = Math.Exp(constant - ((df + 1) / 2 * Math.Log(1 + (t * t / df))));
            double next = t + (error / density);
            next = next > low && next < high ? next : (high > 1e7 ? 2 * t : (low + high) / 2);
            if (Math.Abs(next - t) <= 1e-15 * t)
            {
                break;
            }

            t = next;
        }

        return p > 0.5 ? t : -t;
    }

    public static double ChiSquareUpper(double x, double df) => x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(df / 2, x / 2);

    public static double BetaCdf(double x, double a, double b) => x <= 0 ? 0 : x >= 1 ? 1 : SpecialFunctions.BetaRegularized(a, b, x);

    public static double BetaQuantile(double p, double a, double b)
    {
        double low = 0, high = 1, x = a / (a + b), log = Special.LogBeta(a, b);
        for (int i = 0; i < 300; i++)
        {
            double error = BetaCdf(x, a, b) - p;
            if (error > 0)
            {
                high = x;
            }
            else
            {
                low = x;
            }

            double next = x - (error / Math.Exp(((a - 1) * Math.Log(x)) + ((b - 1) * Math.Log(1 - x)) - log));
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-16 * x)
            {
                break;
            }

            x = next;
        }

        return x;
    }

    // P(T > t) of the non-central t: the normal tail averaged over the distribution of the scale.
    public static double NoncentralStudentUpper(double t, double df, double shift)
    {
        double spread = Math.Min(1, 1 / Math.Sqrt(2 * df)), from = Math.Max(1e-12, 1 - (12 * spread)), to = 1 + (12 * spread);
        double constant = Math.Log(2) + (df / 2 * Math.Log(df / 2)) - Special.LogGamma(df / 2), sum = 0;
        const int panels = 24;
        for (int i = 0; i < panels; i++)
        {
            sum += GaussLegendre.Twenty.Integrate(
                s => Math.Exp(constant + ((df - 1) * Math.Log(s)) - (df * s * s / 2)) * NormalCdf(shift - (t * s)),
                from + ((to - from) * i / panels), from + ((to - from) * (i + 1) / panels));
        }

        return sum;
    }
}
