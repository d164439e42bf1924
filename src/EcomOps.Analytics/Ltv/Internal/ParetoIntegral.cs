using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

// I = integral from t_x to T of (alpha+t)^-(r+x) (beta+t)^-(s+1) dt: the chance to have left at t. It equals the
// published difference of two 2F1 divided by r+s+x, without their cancellation. In y = ln(m+t), m = min(alpha, beta),
// the integrand is a smooth exponential, which Gauss-Legendre panels integrate to machine precision.
internal ref struct ParetoIntegral
{
    public double Log;
    public double LogAlpha;
    public double LogBeta;
    public double InverseAlpha;
    public double InverseBeta;

    public static ParetoIntegral Compute(double r, double alpha, double s, double beta, int x, double from, double to, GaussLegendre rule, bool moments)
    {
        var result = new ParetoIntegral { Log = double.NegativeInfinity };
        if (!(to > from))
        {
            return result;
        }

        bool alphaIsMin = alpha <= beta;
        double m = Math.Min(alpha, beta), gap = Math.Abs(alpha - beta);
        double pMin = alphaIsMin ? r + x : s + 1, pMax = alphaIsMin ? s + 1 : r + x;
        double y0 = Math.Log(m + from), y1 = Math.Log(m + to), steep = pMin + (pMax * (m + to) / (gap + m + to));
        double width = Math.Min(1.5, 6 / steep);
        double reference = ((1 - pMin) * y0) - (pMax * Math.Log(gap + m + from));
        double peak = pMin >= 1 ? 0 : (1 - pMin) * gap / (pMax + pMin - 1);
        double sum = 0, mMin = 0, mMax = 0, iMin = 0, iMax = 0;
        double range = y1 - y0;
        int panels = (int)Math.Min(1e6, Math.Ceiling(range / width));
        double half = range / panels / 2;
        for (int panel = 0; panel < panels; panel++)
        {
            double mid = y0 + (((2 * panel) + 1) * half), before = sum;
            for (int k = 0; k < rule.Nodes.Length; k++)
            {
                double y = mid + (half * rule.Nodes[k]), low = Math.Exp(y), high = low + gap, logHigh = Math.Log(high);
                double weight = rule.Weights[k] * Math.Exp(((1 - pMin) * y) - (pMax * logHigh) - reference);
                sum += weight;
                if (moments)
                {
                    mMin += weight * y;
                    mMax += weight * logHigh;
                    iMin += weight / low;
                    iMax += weight / high;
                }
            }

            // The integrand falls at least as fast as its last panel once it falls at all.
            if (sum - before < 1e-18 * sum && Math.Exp(mid) > peak)
            {
                break;
            }
        }

        result.Log = reference + Math.Log(sum * half);
        if (moments)
        {
            (result.LogAlpha, result.LogBeta) = alphaIsMin ? (mMin / sum, mMax / sum) : (mMax / sum, mMin / sum);
            (result.InverseAlpha, result.InverseBeta) = alphaIsMin ? (iMin / sum, iMax / sum) : (iMax / sum, iMin / sum);
        }

        return result;
    }
}
