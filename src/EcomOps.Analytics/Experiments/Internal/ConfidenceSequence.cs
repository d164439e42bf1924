namespace EcomOps.Analytics.Experiments.Internal;

// arXiv 2103.06476: the mixture width rho makes the sequence tightest at the tuning sample size.
internal readonly record struct ConfidenceSequence(double Rho)
{
    public static ConfidenceSequence For(double alpha, double tuning, bool oneSided)
    {
        double log = -2 * Math.Log(oneSided ? 2 * alpha : alpha);
        return new ConfidenceSequence(Math.Sqrt((log + Math.Log(log + 1)) / tuning));
    }

    public double HalfWidth(double se, double n, double alpha) => Width(se, n, Math.Log(Math.Sqrt(K(n)) / alpha));

    public double OneSidedHalfWidth(double se, double n, double alpha) => Width(se, n, Math.Log(1 + (Math.Sqrt(K(n)) / (2 * alpha))));

    public double TwoSidedP(double effect, double se, double n)
    {
        double t2 = n * effect / se * effect / se, k = K(n);
        return Math.Min(1, Math.Sqrt(k) * Math.Exp(-Rho * Rho * t2 / (2 * k)));
    }

    private double K(double n) => (n * Rho * Rho) + 1;

    private double Width(double se, double n, double log) => se * Math.Sqrt(n) * Math.Sqrt(2 * K(n) / (n * Rho * n * Rho) * log);
}
