using EcomOps.Analytics.Experiments.Internal;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Comparisons of two variants. Both are adjusted together first when the statistic carries pre-experiment data.</summary>
/// <remarks>Pure and thread-safe. Degenerate input gives a named error with neutral numbers, never NaN.</remarks>
public static class TwoSample
{
    private const double SmallestSequentialP = 1e-5;
    private const double LargestSequentialP = 0.4999;

    /// <summary>Welch's test; relative differences by the delta method, degrees of freedom after Welch and Satterthwaite.</summary>
    /// <param name="control">Control.</param>
    /// <param name="treatment">Treatment, the same kind of statistic.</param>
    /// <param name="alpha">Error rate of the interval, 0 to 1 exclusive.</param>
    /// <param name="difference">Relative or absolute.</param>
    /// <param name="alternative">Two-sided by default.</param>
    /// <returns>Effect, interval and p-value.</returns>
    /// <exception cref="ArgumentException">The kinds of statistic differ, or alpha is out of range.</exception>
    public static TwoSampleResult Welch(SampleStatistic control, SampleStatistic treatment, double alpha, DifferenceKind difference, Alternative alternative = Alternative.TwoSided)
    {
        RequireAlpha(alpha, 1);
        EffectMoments m = EffectMoments.Of(control, treatment, difference);
        if (m.Error is { } error)
        {
            return TwoSampleResult.Failed(error);
        }

        double df = m.DegreesOfFreedom, t = m.Effect / m.StandardError;
        double width = Distributions.StudentQuantile(alternative == Alternative.TwoSided ? 1 - (alpha / 2) : 1 - alpha, df) * m.StandardError;
        double p = alternative switch
        {
            Alternative.Greater => Distributions.StudentUpper(t, df),
            Alternative.Less => Distributions.StudentUpper(-t, df),
            _ => 2 * Distributions.StudentUpper(Math.Abs(t), df),
        };
        return Bounded(m, width, p, alternative);
    }

    /// <summary>Asymptotic confidence sequence: the interval and p-value hold at every look.</summary>
    /// <param name="control">Control.</param>
    /// <param name="treatment">Treatment.</param>
    /// <param name="alpha">Error rate over all looks together, 0 to 1 exclusive; below 0.5 when one-sided.</param>
    /// <param name="difference">Relative or absolute.</param>
    /// <param name="tuning">Number of visitors at which the sequence is tightest; above 0.</param>
    /// <param name="alternative">Two-sided by default.</param>
    /// <returns>Effect, interval and always-valid p-value; a one-sided p-value lies between 0.00001 and 0.4999.</returns>
    /// <remarks>Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (arXiv 2103.06476).</remarks>
    /// <exception cref="ArgumentException">The kinds of statistic differ, or a number is out of range.</exception>
    public static TwoSampleResult Sequential(
        SampleStatistic control, SampleStatistic treatment, double alpha, DifferenceKind difference, double tuning, Alternative alternative = Alternative.TwoSided)
    {
        bool oneSided = alternative != Alternative.TwoSided;
        RequireAlpha(alpha, oneSided ? 0.5 : 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tuning);
        EffectMoments m = EffectMoments.Of(control, treatment, difference);
        if (m.Error is { } error)
        {
            return TwoSampleResult.Failed(error);
        }

        var sequence = ConfidenceSequence.For(alpha, tuning, oneSided);
        if (!oneSided)
        {
            return Bounded(m, sequence.HalfWidth(m.StandardError, m.N, alpha), sequence.TwoSidedP(m.Effect, m.StandardError, m.N), alternative);
        }

        double favourable = alternative == Alternative.Greater ? m.Effect : -m.Effect;
        double Bound(double a) => favourable - sequence.OneSidedHalfWidth(m.StandardError, m.N, a);
        double p = Bound(SmallestSequentialP) > 0 ? SmallestSequentialP
            : Bound(LargestSequentialP) < 0 ? LargestSequentialP
            : RootFinder.Bisect(Bound, SmallestSequentialP, LargestSequentialP);
        return Bounded(m, sequence.OneSidedHalfWidth(m.StandardError, m.N, alpha), p, alternative);
    }

    /// <summary>Normal posterior of the difference.</summary>
    /// <param name="control">Control.</param>
    /// <param name="treatment">Treatment.</param>
    /// <param name="alpha">One less the probability inside the credible interval.</param>
    /// <param name="difference">Relative or absolute.</param>
    /// <param name="prior">Prior on the relative scale; null for a flat one.</param>
    /// <returns>Posterior, chance to win and expected losses.</returns>
    /// <exception cref="ArgumentException">The kinds of statistic differ, or a number is out of range.</exception>
    public static BayesianResult Bayes(SampleStatistic control, SampleStatistic treatment, double alpha, DifferenceKind difference, NormalPrior? prior = null)
    {
        RequireAlpha(alpha, 1);
        EffectMoments m = EffectMoments.Of(control, treatment, difference);
        if (m.Error is { } error)
        {
            return new BayesianResult(0, 0, 0, 0, 0.5, 0, 0, error);
        }

        double mean = m.Effect, sd = m.StandardError;
        if (prior is not null)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prior.Variance);
            double scale = difference == DifferenceKind.Absolute ? Math.Abs(m.Control.UnadjustedMean) : 1;
            double priorMean = prior.Mean * (difference == DifferenceKind.Absolute ? m.Control.UnadjustedMean : 1), priorPrecision = scale == 0 ? 0 : 1 / (prior.Variance * scale * scale);
            double precision = (1 / (sd * sd)) + priorPrecision;
            mean = ((mean / (sd * sd)) + (priorMean * priorPrecision)) / precision;
            sd = Math.Sqrt(1 / precision);
        }

        double z = mean / sd, width = Distributions.NormalQuantile(1 - (alpha / 2)) * sd;
        double density = sd * Distributions.NormalPdf(z);
        double gain = (mean * Distributions.NormalCdf(z)) + density, loss = density - (mean * Distributions.NormalCdf(-z));
        return new BayesianResult(mean, sd, mean - width, mean + width, Distributions.NormalCdf(z), Math.Max(0, gain), Math.Max(0, loss));
    }

    internal static void RequireAlpha(double alpha, double below)
    {
        if (!(alpha > 0 && alpha < below))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, $"Alpha must lie between 0 and {below}, both exclusive.");
        }
    }

    private static TwoSampleResult Bounded(in EffectMoments m, double width, double p, Alternative alternative) => new(
        m.Effect, m.StandardError, alternative == Alternative.Less ? null : m.Effect - width, alternative == Alternative.Greater ? null : m.Effect + width, Math.Clamp(p, 0, 1));
}
