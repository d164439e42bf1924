using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

internal static class CovariateLikelihood
{
    public static void Check(RepeatSummaries customers, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> characteristics)
    {
        if (names.Count == 0 || characteristics.Count != customers.Items.Count)
        {
            throw new ArgumentException($"Give at least one name, and characteristics for each of the {customers.Items.Count} histories.", nameof(characteristics));
        }

        for (int i = 0; i < characteristics.Count; i++)
        {
            if (characteristics[i].Count != names.Count || !characteristics[i].All(double.IsFinite))
            {
                throw new ArgumentException($"Row {i} must hold {names.Count} finite numbers.", nameof(characteristics));
            }
        }

        for (int j = 0; j < names.Count; j++)
        {
            if (characteristics.All(c => c[j] == characteristics[0][j]))
            {
                throw new ArgumentException($"{names[j]} is the same for every customer; its effect cannot be told. Leave it out.", nameof(characteristics));
            }
        }
    }

    // The likelihood of BG/NBD with alpha and a of each customer; the last parameters are the coefficients themselves.
    public static Objective Negative(RepeatSummaries customers, IReadOnlyList<IReadOnlyList<double>> characteristics)
    {
        RepeatSummary[] rows = [.. customers.Items];
        double[][] z = [.. characteristics.Select(c => c.ToArray())];
        int k = z.Length == 0 ? 0 : z[0].Length;
        return (at, gradient) =>
        {
            double r = Math.Exp(at[0]), b = Math.Exp(at[3]), lgR = Special.LogGamma(r), lgB = Special.LogGamma(b), psiR = Special.Digamma(r), psiB = Special.Digamma(b), sum = 0;
            gradient.Clear();
            for (int i = 0; i < rows.Length; i++)
            {
                double logAlpha = at[1], logA = at[2];
                for (int j = 0; j < k; j++)
                {
                    logAlpha -= at[4 + j] * z[i][j];
                    logA += at[4 + k + j] * z[i][j];
                }

                int x = rows[i].Frequency;
                double alpha = Math.Exp(logAlpha), a = Math.Exp(logA), w = rows[i].Weight, p = r + x, toAge = alpha + rows[i].Age, logAge = Math.Log(toAge);
                double dr, dAlpha, da, db;
                if (x == 0)
                {
                    sum += w * r * (logAlpha - logAge);
                    (dr, dAlpha, da, db) = (logAlpha - logAge, (r / alpha) - (r / toAge), 0, 0);
                }
                else
                {
                    double toLast = alpha + rows[i].Recency, logLast = Math.Log(toLast), left = b + x - 1;
                    double odds = logA - Math.Log(left) + (p * (logAge - logLast)), e = Math.Exp(-Math.Abs(odds));
                    double gone = odds > 0 ? 1 / (1 + e) : e / (1 + e), stays = 1 - gone, psiSum = Special.Digamma(a + b + x), psiAb = Special.Digamma(a + b);
                    sum += w * (Special.LogGamma(p) - lgR + (r * logAlpha) + Special.LogGamma(b + x) - Special.LogGamma(a + b + x) - lgB + Special.LogGamma(a + b)
                        - (p * logAge) + Math.Max(odds, 0) + Math.Log(1 + e));
                    dr = Special.Digamma(p) - psiR + logAlpha - (stays * logAge) - (gone * logLast);
                    dAlpha = (r / alpha) - (p * ((stays / toAge) + (gone / toLast)));
                    da = psiAb - psiSum + (gone / a);
                    db = Special.Digamma(b + x) - psiSum - psiB + psiAb - (gone / left);
                }

                double byAlpha = w * dAlpha * alpha, byA = w * da * a;
                gradient[0] -= w * dr * r;
                gradient[1] -= byAlpha;
                gradient[2] -= byA;
                gradient[3] -= w * db * b;
                for (int j = 0; j < k; j++)
                {
                    gradient[4 + j] += byAlpha * z[i][j];
                    gradient[4 + k + j] -= byA * z[i][j];
                }
            }

            return -sum;
        };
    }
}
