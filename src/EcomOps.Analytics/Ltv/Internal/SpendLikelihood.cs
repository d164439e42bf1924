using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

internal static class SpendLikelihood
{
    public static Objective Negative(SpendObservation[] unordered)
    {
        SpendObservation[] rows = [.. unordered.OrderBy(r => r.Frequency)];
        double[] logs = [.. rows.Select(r => Math.Log(r.Average))];
        return (at, gradient) =>
        {
            double p = Math.Exp(at[0]), q = Math.Exp(at[1]), v = Math.Exp(at[2]), lgQ = Special.LogGamma(q), psiQ = Special.Digamma(q);
            double sum = 0, dp = 0, dq = 0, dv = 0, lg = 0, psiSum = 0, psiP = 0, logX = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                int x = rows[i].Frequency;
                if (i == 0 || x != rows[i - 1].Frequency)
                {
                    lg = Special.LogGamma((p * x) + q) - Special.LogGamma(p * x) - lgQ;
                    (psiSum, psiP, logX) = (Special.Digamma((p * x) + q), Special.Digamma(p * x), Math.Log(x));
                }

                double w = rows[i].Weight, z = rows[i].Average, total = v + (x * z), log = Math.Log(total), px = p * x;
                sum += w * (lg + (q * at[2]) + (px * logX) + ((px - 1) * logs[i]) - ((px + q) * log));
                dp += w * x * (psiSum - psiP + logX + logs[i] - log);
                dq += w * (psiSum - psiQ + at[2] - log);
                dv += w * ((q / v) - ((px + q) / total));
            }

            gradient[0] = -dp * p;
            gradient[1] = -dq * q;
            gradient[2] = -dv * v;
            return -sum;
        };
    }

    public static double? Correlation(SpendObservation[] rows)
    {
        double w = rows.Sum(r => r.Weight), mx = rows.Sum(r => r.Weight * r.Frequency) / w, mz = rows.Sum(r => r.Weight * r.Average) / w;
        double xx = rows.Sum(r => r.Weight * (r.Frequency - mx) * (r.Frequency - mx)), zz = rows.Sum(r => r.Weight * (r.Average - mz) * (r.Average - mz));
        double xz = rows.Sum(r => r.Weight * (r.Frequency - mx) * (r.Average - mz));
        return xx > 0 && zz > 1e-24 * mz * mz * w ? Math.Clamp(xz / Math.Sqrt(xx * zz), -1, 1) : null;
    }
}
