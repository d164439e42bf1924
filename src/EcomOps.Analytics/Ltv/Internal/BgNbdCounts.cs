using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

internal static class BgNbdCounts
{
    // Fader, Hardie and Lee (2005), equation 8; the bracket 1 - sum of the first terms is summed as the tail, which does not cancel.
    public static double Probability(GeometricDropout m, int count, double horizon)
    {
        double p = horizon / (m.Alpha + horizon), logP = Math.Log(p), logQ = m.R * Math.Log(m.Alpha / (m.Alpha + horizon));
        double Term(int j) => Special.LogGamma(m.R + j) - Special.LogGamma(m.R) - Special.LogGamma(j + 1.0) + logQ + (j == 0 ? 0 : j * logP);
        double stays = Math.Exp(Special.LogBeta(m.A, m.B + count) - Special.LogBeta(m.A, m.B) + Term(count));
        if (count == 0 || p == 0)
        {
            return stays;
        }

        double term = Math.Exp(Term(count)), tail = 0;
        for (int j = count; term > 1e-18 * tail && j < count + 10_000_000; j++)
        {
            tail += term;
            term *= (m.R + j) / (j + 1.0) * p;
        }

        return stays + (Math.Exp(Special.LogBeta(m.A + 1, m.B + count - 1) - Special.LogBeta(m.A, m.B)) * tail);
    }
}
