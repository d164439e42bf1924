using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

// E[purchases within the horizon | alive] of the beta-geometric models. Given the chance p to leave at a purchase, gamma
// rates of shape R and u = horizon / (alpha + age), it is g(p) = (1 - (1 + p u)^-R) / p, averaged over p ~ Beta(a, b).
// So it lies between g(1) and g(0) = R u, however degenerate the fit.
internal static class DropoutExpectation
{
    // Outside, the hypergeometric series cancels or overflows, and at a = 1 the published form is 0 / 0.
    private const double MostA = 30;
    private const double MostR = 1000;
    private const double GapAtOne = 1e-3;

    public static double Of(double shape, double a, double b, double age, double horizon)
    {
        if (horizon == 0)
        {
            return 0;
        }

        if (a <= MostA && Math.Abs(a - 1) >= GapAtOne && shape <= MostR && shape <= a + b + 20 && Series(shape, a, b, age, horizon) is var value && double.IsFinite(value))
        {
            return Math.Clamp(value, 0, shape * horizon / age);
        }

        return ByQuadrature(shape, a, b, horizon / age);
    }

    // (c / (a-1)) (1 - (1-z)^R F(R, b; c; z)) with c = a + b - 1 after Euler's transformation, which leaves a series of
    // order one however large the frequency is.
    internal static double Series(double shape, double a, double b, double age, double horizon)
    {
        double z = horizon / (age + horizon), c = a + b - 1;
        return c > 0 ? c / (a - 1) * (1 - (Math.Exp((a - 1) * Math.Log(age / (age + horizon))) * Hypergeometric.F(c - shape, a - 1, c, z))) : double.NaN;
    }

    // In y = ln(p / (1-p)) the mean is an integral over a smooth function, where the trapezoidal rule converges faster than
    // any power of its step. The straight line through the ends of g has an exact mean; what is left falls exponentially
    // at both ends however small a and b are. A concentrated density needs no line and is better normalised by its own sum.
    internal static double ByQuadrature(double shape, double a, double b, double u)
    {
        double atZero = shape * u, atOne = -Special.Expm1(-shape * Log1p(u));
        double peak = Math.Log((a + 1) / (b + 1)), width = Math.Sqrt((1 / (a + 1)) + (1 / (b + 1))), step = Math.Min(0.2, width / 3);
        bool concentrated = Math.Min(a, b) > 50;
        double LogDensity(double y) => (-a * Log1pExp(-y)) - (b * Log1pExp(y));
        double norm = concentrated ? LogDensity(peak) : Special.LogBeta(a, b), weights = 0;
        double Term(double y)
        {
            double p = Special.Logistic(-y), g = p * u < 1e-300 ? atZero : -Special.Expm1(-shape * Log1p(p * u)) / p;
            double density = Math.Exp(LogDensity(y) - norm);
            weights += density;
            return density * (concentrated ? g : g - ((atZero * Special.Logistic(y)) + (atOne * p)));
        }

        double sum = Term(peak);
        for (int direction = -1; direction <= 1; direction += 2)
        {
            double largest = 0;
            for (int k = 1; k < 4000; k++)
            {
                double term = Term(peak + (direction * k * step));
                sum += term;
                largest = Math.Max(largest, Math.Abs(term));
                if (k * step > 6 * width && Math.Abs(term) <= 1e-17 * largest)
                {
                    break;
                }
            }
        }

        return Math.Clamp(concentrated ? sum / weights : (((atZero * b) + (atOne * a)) / (a + b)) + (sum * step), 0, atZero);
    }

    private static double Log1p(double x) => Math.Abs(x) < 1e-4 ? x * (1 - (x / 2 * (1 - (x * 2 / 3 * (1 - (x * 3 / 4)))))) : Math.Log(1 + x);

    // ln(1 + e^y) without overflow.
    private static double Log1pExp(double y) => y > 0 ? y + Log1p(Math.Exp(-y)) : Log1p(Math.Exp(y));
}
