using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Promotions.Internal;

// A side effect of one promotion is too noisy to read alone. Its size relative to the uplift is pooled over the
// promotions; each promotion keeps as much of its own as its precision earns (DerSimonian and Laird, 1986). The share and how much it
// differs between promotions are themselves estimated from a handful, so ends lie at Student's quantile with one degree of freedom
// less than promotions (Hartung and Knapp, 2001); the normal one covers too little.
internal static class EffectPooling
{
    public static UnitEstimate[] Pool(Window[] effects, Window[] uplifts, bool[] applies, double confidence)
    {
        int n = effects.Length, told = Enumerable.Range(0, n).Count(i => applies[i] && uplifts[i].Units > 0);
        double upper = 0.5 + (confidence / 2), z = told > 1 ? Distributions.StudentQuantile(upper, told - 1) : Distributions.NormalQuantile(upper);
        UnitEstimate[] pooled = [.. Enumerable.Repeat(UnitEstimate.None, n)];
        double top = 0, bottom = 0;
        for (int i = 0; i < n; i++)
        {
            double lift = Math.Max(uplifts[i].Units, 0), variance = effects[i].NoiseVariance + effects[i].BaselineVariance;
            if (applies[i] && variance > 0)
            {
                top += effects[i].Units * lift / variance;
                bottom += lift * lift / variance;
            }
        }

        if (!(bottom > 0))
        {
            return [.. applies.Select((a, i) => a ? Estimate(Math.Max(0, effects[i].Units), effects[i].Error, z) : UnitEstimate.None)];
        }

        double share = Math.Max(0, top / bottom), shareVariance = 1 / bottom, spread = Heterogeneity(effects, uplifts, applies, share);
        for (int i = 0; i < n; i++)
        {
            double lift = Math.Max(uplifts[i].Units, 0), fromPool = share * lift, own = effects[i].NoiseVariance + effects[i].BaselineVariance;
            double poolVariance = (shareVariance * lift * lift) + (share * share * (uplifts[i].NoiseVariance + uplifts[i].BaselineVariance)), between = spread * lift * lift;
            if (!applies[i])
            {
                continue;
            }

            double weight = between > 0 && own > 0 ? between / (between + own) : 0;
            double value = Math.Max(0, (weight * effects[i].Units) + ((1 - weight) * fromPool));
            pooled[i] = Estimate(value, Math.Sqrt((weight * weight * own) + ((1 - weight) * (1 - weight) * (poolVariance + between))), z);
        }

        return pooled;
    }

    private static double Heterogeneity(Window[] effects, Window[] uplifts, bool[] applies, double share)
    {
        double q = 0, w = 0, ww = 0;
        int k = 0;
        for (int i = 0; i < effects.Length; i++)
        {
            double lift = uplifts[i].Units, variance = effects[i].NoiseVariance + effects[i].BaselineVariance;
            if (!applies[i] || !(lift > 0) || !(variance > 0))
            {
                continue;
            }

            double weight = lift * lift / variance, difference = (effects[i].Units / lift) - share;
            q += weight * difference * difference;
            w += weight;
            ww += weight * weight;
            k++;
        }

        double scale = w - (ww / Math.Max(w, double.Epsilon));
        return k > 1 && scale > 0 ? Math.Max(0, (q - (k - 1)) / scale) : 0;
    }

    private static UnitEstimate Estimate(double value, double error, double z) => new(value, error, Math.Max(0, value - (z * error)), value + (z * error));
}
