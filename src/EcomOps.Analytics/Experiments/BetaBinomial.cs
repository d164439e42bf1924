using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Bayesian comparison of two conversion rates, by quadrature and so without simulation noise.</summary>
public static class BetaBinomial
{
    private const int Panels = 64;

    /// <summary>Compares two shares.</summary>
    /// <param name="a">Variant A.</param>
    /// <param name="b">Variant B.</param>
    /// <param name="priorAlpha">First parameter of the common beta prior, above 0; 1 with <paramref name="priorBeta"/> 1 is flat.</param>
    /// <param name="priorBeta">Second parameter, above 0.</param>
    /// <returns>Chance to win and expected losses.</returns>
    public static BetaBinomialResult Compare(ProportionStatistic a, ProportionStatistic b, double priorAlpha = 1, double priorBeta = 1)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priorAlpha);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priorBeta);
        double a1 = priorAlpha + a.Successes, a2 = priorBeta + a.Count - a.Successes, b1 = priorAlpha + b.Successes, b2 = priorBeta + b.Count - b.Successes;
        double logB = Special.LogBeta(b1, b2);
        (double from, double to) = Range(a1, a2, b1, b2);
        double win = 0, lossA = 0, lossB = 0;
        for (int i = 0; i < Panels; i++)
        {
            double low = from + ((to - from) * i / Panels), high = from + ((to - from) * (i + 1) / Panels);
            win += GaussLegendre.Twenty.Integrate(x => Math.Exp(((b1 - 1) * Math.Log(x)) + ((b2 - 1) * Math.Log(1 - x)) - logB) * Distributions.BetaCdf(x, a1, a2), low, high);
            lossB += GaussLegendre.Twenty.Integrate(x => Distributions.BetaCdf(x, b1, b2) * (1 - Distributions.BetaCdf(x, a1, a2)), low, high);
            lossA += GaussLegendre.Twenty.Integrate(x => Distributions.BetaCdf(x, a1, a2) * (1 - Distributions.BetaCdf(x, b1, b2)), low, high);
        }

        return new BetaBinomialResult(Math.Clamp(win, 0, 1), Math.Max(0, lossA), Math.Max(0, lossB));
    }

    // Where the posteriors live; beyond it the integrands vanish.
    private static (double From, double To) Range(double a1, double a2, double b1, double b2)
    {
        (double meanA, double sdA) = Moments(a1, a2);
        (double meanB, double sdB) = Moments(b1, b2);
        return (Math.Max(0, Math.Min(meanA - (14 * sdA), meanB - (14 * sdB))), Math.Min(1, Math.Max(meanA + (14 * sdA), meanB + (14 * sdB))));
    }

    private static (double Mean, double Deviation) Moments(double a, double b) => (a / (a + b), Math.Sqrt(a * b / ((a + b) * (a + b) * (a + b + 1))));
}
