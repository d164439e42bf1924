using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

internal static class BgBbLikelihood
{
    public static double Log(double a, double b, double g, double d, int x, int last, int n)
    {
        double total = Special.LogBeta(a + x, b + n - x) + Special.LogBeta(g, d + n);
        for (int i = 0; i < n - last; i++)
        {
            total = Special.LogSumExp(total, Special.LogBeta(a + x, b + last - x + i) + Special.LogBeta(g + 1, d + last + i));
        }

        return total - Special.LogBeta(a, b) - Special.LogBeta(g, d);
    }

    public static Objective Negative(RepeatRows rows) => (at, gradient) =>
    {
        double a = Math.Exp(at[0]), b = Math.Exp(at[1]), g = Math.Exp(at[2]), d = Math.Exp(at[3]);
        double sum = 0, da = 0, db = 0, dg = 0, dd = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            int x = rows.Frequency[i], last = (int)rows.Recency[i], n = (int)rows.Age[i];
            double w = rows.Weight[i], log = Log(a, b, g, d, x, last, n);
            sum += w * log;
            double whole = log + Special.LogBeta(a, b) + Special.LogBeta(g, d);
            Add(Math.Exp(Special.LogBeta(a + x, b + n - x) + Special.LogBeta(g, d + n) - whole) * w, n, 0, n);
            for (int k = 0; k < n - last; k++)
            {
                Add(Math.Exp(Special.LogBeta(a + x, b + last - x + k) + Special.LogBeta(g + 1, d + last + k) - whole) * w, last + k, 1, last + k);
            }

            void Add(double share, int tries, int left, int stayed)
            {
                double both = Special.Digamma(a + b + tries), life = Special.Digamma(g + d + left + stayed);
                da += share * (Special.Digamma(a + x) - both);
                db += share * (Special.Digamma(b + tries - x) - both);
                dg += share * (Special.Digamma(g + left) - life);
                dd += share * (Special.Digamma(d + stayed) - life);
            }
        }

        double customers = rows.Customers, ab = Special.Digamma(a + b), gd = Special.Digamma(g + d);
        gradient[0] = -(da - (customers * (Special.Digamma(a) - ab))) * a;
        gradient[1] = -(db - (customers * (Special.Digamma(b) - ab))) * b;
        gradient[2] = -(dg - (customers * (Special.Digamma(g) - gd))) * g;
        gradient[3] = -(dd - (customers * (Special.Digamma(d) - gd))) * d;
        return -sum;
    };
}
