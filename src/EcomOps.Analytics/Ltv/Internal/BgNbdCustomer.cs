using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

// BG/NBD in the logarithms of r, alpha, a and b.
internal sealed class BgNbdCustomer : CustomerKernel
{
    private double _r;
    private double _b;
    private double _lgR;
    private double _lgB;
    private double _psiR;
    private double _psiB;

    public override (int Position, int Sign) Leaving => (2, 1);

    public static CustomerKernel Kernel() => new BgNbdCustomer();

    public override void Begin(ReadOnlySpan<double> common)
    {
        (_r, _b) = (Math.Exp(common[0]), Math.Exp(common[3]));
        (_lgR, _lgB, _psiR, _psiB) = (Special.LogGamma(_r), Special.LogGamma(_b), Special.Digamma(_r), Special.Digamma(_b));
    }

    public override double Evaluate(RepeatSummary customer, ReadOnlySpan<double> logs, Span<double> gradient)
    {
        int x = customer.Frequency;
        double r = _r, b = _b, logAlpha = logs[1], alpha = Math.Exp(logAlpha), p = r + x, toAge = alpha + customer.Age, logAge = Math.Log(toAge);
        if (x == 0)
        {
            gradient[0] = (logAlpha - logAge) * r;
            gradient[1] = r - (r * alpha / toAge);
            gradient[2] = gradient[3] = 0;
            return r * (logAlpha - logAge);
        }

        double logA = logs[2], a = Math.Exp(logA), toLast = alpha + customer.Recency, logLast = Math.Log(toLast), left = b + x - 1;
        double odds = logA - Math.Log(left) + (p * (logAge - logLast)), e = Math.Exp(-Math.Abs(odds));
        double gone = odds > 0 ? 1 / (1 + e) : e / (1 + e), stays = 1 - gone, psiSum = Special.Digamma(a + b + x), psiAb = Special.Digamma(a + b);
        gradient[0] = (Special.Digamma(p) - _psiR + logAlpha - (stays * logAge) - (gone * logLast)) * r;
        gradient[1] = r - (p * alpha * ((stays / toAge) + (gone / toLast)));
        gradient[2] = (a * (psiAb - psiSum)) + gone;
        gradient[3] = (Special.Digamma(b + x) - psiSum - _psiB + psiAb - (gone / left)) * b;
        return Special.LogGamma(p) - _lgR + (r * logAlpha) + Special.LogGamma(b + x) - Special.LogGamma(a + b + x) - _lgB + Special.LogGamma(a + b)
            - (p * logAge) + Math.Max(odds, 0) + Math.Log(1 + e);
    }
}
