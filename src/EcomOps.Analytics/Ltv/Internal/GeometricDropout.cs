using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

// What BG/NBD and MBG/NBD share: in the first a customer may leave after each repeat purchase (extra = 0),
// in the second after the first purchase too (extra = 1).
internal readonly record struct GeometricDropout(double R, double Alpha, double A, double B, int Extra)
{
    public double LogLikelihood(RepeatSummary c)
    {
        int x = c.Frequency;
        double common = Special.LogGamma(R + x) - Special.LogGamma(R) + (R * Math.Log(Alpha)) + Special.LogBeta(A, B + x + Extra) - Special.LogBeta(A, B);
        double alive = -(R + x) * Math.Log(Alpha + c.Age);
        return common + (x + Extra == 0 ? alive : Special.LogSumExp(alive, LogLeft(c)));
    }

    public double ProbabilityAlive(RepeatSummary c) =>
        c.Frequency + Extra == 0 ? 1 : Special.Logistic(LogLeft(c) + ((R + c.Frequency) * Math.Log(Alpha + c.Age)));

    public double ExpectedPurchases(RepeatSummary c, double horizon) =>
        DropoutExpectation.Of(R + c.Frequency, A, B + c.Frequency + Extra, Alpha + c.Age, horizon) * ProbabilityAlive(c);

    // A new customer of BG/NBD is certain to be alive; of MBG/NBD with the chance to stay after the first purchase.
    public double ExpectedPurchases(double horizon) =>
        DropoutExpectation.Of(R, A, B + Extra, Alpha, horizon) * (Extra == 0 ? 1 : B / (A + B));

    public static Objective Negative(RepeatRows rows, int extra) => (at, gradient) =>
    {
        double r = Math.Exp(at[0]), alpha = Math.Exp(at[1]), a = Math.Exp(at[2]), b = Math.Exp(at[3]);
        double lgR = Special.LogGamma(r), lgB = Special.LogGamma(b), lgAb = Special.LogGamma(a + b);
        double psiR = Special.Digamma(r), psiB = Special.Digamma(b), psiAb = Special.Digamma(a + b);
        double sum = 0, dr = 0, dAlpha = 0, da = 0, db = 0;
        double common = 0, psiX = 0, dA = 0, dB = 0, logRatio = 0, left = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            int x = rows.Frequency[i];
            if (i == 0 || x != rows.Frequency[i - 1])
            {
                double psiSum = Special.Digamma(a + b + x + extra);
                common = Special.LogGamma(r + x) - lgR + (r * at[1]) + Special.LogGamma(b + x + extra) - Special.LogGamma(a + b + x + extra) - lgB + lgAb;
                psiX = Special.Digamma(r + x) - psiR + at[1];
                dA = psiAb - psiSum;
                dB = Special.Digamma(b + x + extra) - psiSum - psiB + psiAb;
                left = b + x - 1 + extra;
                logRatio = x + extra == 0 ? 0 : at[2] - Math.Log(left);
            }

            double w = rows.Weight[i], p = r + x, toAge = alpha + rows.Age[i], logAge = Math.Log(toAge);
            if (x + extra == 0)
            {
                sum += w * (common - (p * logAge));
                dr += w * (psiX - logAge);
                dAlpha += w * ((r / alpha) - (p / toAge));
                da += w * dA;
                db += w * dB;
                continue;
            }

            // Both terms relative to the first: its share is 1 / (1 + e^odds).
            double toLast = alpha + rows.Recency[i], logLast = Math.Log(toLast);
            double odds = logRatio + (p * (logAge - logLast)), e = Math.Exp(-Math.Abs(odds));
            double gone = odds > 0 ? 1 / (1 + e) : e / (1 + e), stays = 1 - gone;
            sum += w * (common - (p * logAge) + Math.Max(odds, 0) + Math.Log(1 + e));
            dr += w * (psiX - (stays * logAge) - (gone * logLast));
            dAlpha += w * ((r / alpha) - (p * ((stays / toAge) + (gone / toLast))));
            da += w * (dA + (gone / a));
            db += w * (dB - (gone / left));
        }

        gradient[0] = -dr * r;
        gradient[1] = -dAlpha * alpha;
        gradient[2] = -da * a;
        gradient[3] = -db * b;
        return -sum;
    };

    private double LogLeft(RepeatSummary c) => Math.Log(A) - Math.Log(B + c.Frequency - 1 + Extra) - ((R + c.Frequency) * Math.Log(Alpha + c.Recency));
}
