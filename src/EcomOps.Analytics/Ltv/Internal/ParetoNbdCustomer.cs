using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

// Pareto/NBD in the logarithms of r, alpha, s and beta.
internal sealed class ParetoNbdCustomer : CustomerKernel
{
    private double _r;
    private double _s;
    private double _lgR;
    private double _psiR;

    public override (int Position, int Sign) Leaving => (3, -1);

    public static CustomerKernel Kernel() => new ParetoNbdCustomer();

    public override void Begin(ReadOnlySpan<double> common)
    {
        (_r, _s) = (Math.Exp(common[0]), Math.Exp(common[2]));
        (_lgR, _psiR) = (Special.LogGamma(_r), Special.Digamma(_r));
    }

    public override double Evaluate(RepeatSummary customer, ReadOnlySpan<double> logs, Span<double> gradient)
    {
        int x = customer.Frequency;
        double r = _r, s = _s, logAlpha = logs[1], logBeta = logs[3], alpha = Math.Exp(logAlpha), beta = Math.Exp(logBeta), age = customer.Age, p = r + x;
        double logA = Math.Log(alpha + age), logB = Math.Log(beta + age);
        ParetoIntegral left = ParetoIntegral.Compute(r, alpha, s, beta, x, customer.Recency, age, GaussLegendre.Ten, moments: true);
        double odds = logs[2] + left.Log + (p * logA) + (s * logB), e = Math.Exp(-Math.Abs(odds));
        double gone = odds > 0 ? 1 / (1 + e) : e / (1 + e), stays = 1 - gone;
        gradient[0] = (Special.Digamma(p) - _psiR + logAlpha - (stays * logA) - (gone * left.LogAlpha)) * r;
        gradient[1] = r - (p * alpha * ((stays / (alpha + age)) + (gone * left.InverseAlpha)));
        gradient[2] = (s * (logBeta - (stays * logB) - (gone * left.LogBeta))) + gone;
        gradient[3] = s - (beta * ((stays * s / (beta + age)) + (gone * (s + 1) * left.InverseBeta)));
        return Special.LogGamma(p) - _lgR + (r * logAlpha) + (s * logBeta) - (p * logA) - (s * logB) + Math.Max(odds, 0) + Math.Log(1 + e);
    }
}
