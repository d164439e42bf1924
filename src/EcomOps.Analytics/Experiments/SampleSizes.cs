using EcomOps.Analytics.Experiments.Internal;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Sample sizes, each by its named formula; alpha and power have no hidden default.</summary>
public static class SampleSizes
{
    /// <summary>Two proportions by the arcsine transformation, h = 2 asin sqrt p2 - 2 asin sqrt p1 (Cohen): the size at which the two-sided normal test, both tails counted, has the power; near (z_(1-alpha/2) + z_power)^2 (1 + 1/ratio) / h^2.</summary>
    /// <param name="p1">Baseline rate, 0 to 1 exclusive.</param>
    /// <param name="p2">Rate to detect, different from <paramref name="p1"/>.</param>
    /// <param name="alpha">Two-sided error rate.</param>
    /// <param name="power">Power, 0 to 1 exclusive.</param>
    /// <param name="ratio">Second group over first, above 0.</param>
    /// <returns>Size of the first group to 0.00001, not rounded up; at least 2.</returns>
    public static double ProportionArcsine(double p1, double p2, double alpha, double power, double ratio = 1)
    {
        double h = CohenH(p1, p2), z = Check(p1, p2, alpha, power, ratio);
        double closed = z * z * (1 + (1 / ratio)) / (h * h), critical = Distributions.NormalQuantile(1 - (alpha / 2));
        double Short(double n)
        {
            double shift = Math.Abs(h) * Math.Sqrt(n / (1 + (1 / ratio)));
            return Distributions.NormalCdf(shift - critical) + Distributions.NormalCdf(-shift - critical) - power;
        }

        if (power <= alpha)
        {
            return closed;
        }

        double low = 2, high = 50;
        while (Short(high) < 0 && high < 1e15)
        {
            (low, high) = (high, 10 * high);
        }

        return Short(low) >= 0 ? low : RootFinder.Brent(Short, low, high, 1e-5);
    }

    /// <summary>Cohen's h of two rates.</summary>
    /// <param name="p1">Baseline rate.</param>
    /// <param name="p2">Other rate.</param>
    /// <returns>2 asin sqrt p2 - 2 asin sqrt p1.</returns>
    public static double CohenH(double p1, double p2) => 2 * (Math.Asin(Math.Sqrt(p2)) - Math.Asin(Math.Sqrt(p1)));

    /// <summary>Two proportions with unpooled variance: (z_(1-alpha/2) + z_power)^2 (p1 q1 + p2 q2 / ratio) / (p1 - p2)^2.</summary>
    /// <param name="p1">Baseline rate, 0 to 1 exclusive.</param>
    /// <param name="p2">Rate to detect, different from <paramref name="p1"/>.</param>
    /// <param name="alpha">Two-sided error rate.</param>
    /// <param name="power">Power, 0 to 1 exclusive.</param>
    /// <param name="ratio">Second group over first, above 0.</param>
    /// <returns>Size of the first group, not rounded.</returns>
    public static double ProportionUnpooled(double p1, double p2, double alpha, double power, double ratio = 1)
    {
        double z = Check(p1, p2, alpha, power, ratio);
        return z * z * ((p1 * (1 - p1)) + (p2 * (1 - p2) / ratio)) / ((p1 - p2) * (p1 - p2));
    }

    /// <summary>Two-sided two-sample t test of equal groups, by the non-central t distribution.</summary>
    /// <param name="d">Cohen's d: difference over standard deviation, not 0.</param>
    /// <param name="alpha">Two-sided error rate.</param>
    /// <param name="power">Power, 0 to 1 exclusive.</param>
    /// <returns>Size of each group, not rounded; at least 2.</returns>
    public static double TTest(double d, double alpha, double power)
    {
        TwoSample.RequireAlpha(alpha, 1);
        TwoSample.RequireAlpha(power, 1);
        ArgumentOutOfRangeException.ThrowIfZero(d);
        d = Math.Abs(d);
        double Reached(double n)
        {
            double df = (2 * n) - 2, shift = d * Math.Sqrt(n / 2), critical = Distributions.StudentQuantile(1 - (alpha / 2), df);
            return Distributions.NoncentralStudentUpper(critical, df, shift) + Distributions.NoncentralStudentUpper(critical, df, -shift) - power;
        }

        double high = 4;
        while (Reached(high) < 0 && high < 1e12)
        {
            high *= 2;
        }

        return Reached(2) >= 0 ? 2 : RootFinder.Bisect(Reached, 2, high);
    }

    /// <summary>Total over all groups so that every comparison reaches the power, for a metric of one variance in all groups.</summary>
    /// <param name="variance">Variance; p (1 - p) of the baseline for a share.</param>
    /// <param name="minimumEffect">Absolute difference to detect, not 0.</param>
    /// <param name="alpha">Two-sided error rate of each comparison.</param>
    /// <param name="power">Power.</param>
    /// <param name="allocation">Share of each group, control first; weights above 0.</param>
    /// <param name="allPairs">Whether all groups are compared with each other (true) or only with control (false).</param>
    /// <returns>Total, not rounded.</returns>
    public static double Total(double variance, double minimumEffect, double alpha, double power, IReadOnlyList<double> allocation, bool allPairs = false)
    {
        double[] shares = Shares(allocation);
        double z = Zs(alpha / 2, power), worst = 0;
        for (int i = 0; i < (allPairs ? shares.Length - 1 : 1); i++)
        {
            for (int j = i + 1; j < shares.Length; j++)
            {
                worst = Math.Max(worst, (1 / shares[i]) + (1 / shares[j]));
            }
        }

        return z * z * variance * worst / (minimumEffect * minimumEffect);
    }

    /// <summary>Total for each of several metrics of one experiment: alpha is divided by metrics times treatments.</summary>
    /// <param name="metrics">Metrics.</param>
    /// <param name="alpha">Error rate over all of them.</param>
    /// <param name="power">Power of each.</param>
    /// <param name="allocation">Share of each group, control first.</param>
    /// <returns>Totals in the order of the metrics, not rounded.</returns>
    public static IReadOnlyList<double> MultiMetric(IReadOnlyList<MetricPlan> metrics, double alpha, double power, IReadOnlyList<double> allocation)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        double[] shares = Shares(allocation);
        return [.. metrics.Select(m => MetricTotal(m, Level(m, alpha, metrics.Count, shares.Length), power, shares))];
    }

    /// <summary>Total for several metrics when each group's share is proportional to the metric's standard deviation in it.</summary>
    /// <param name="metrics">Metrics.</param>
    /// <param name="alpha">Error rate over all of them.</param>
    /// <param name="power">Power of each.</param>
    /// <param name="groups">Groups including control, 2 or more.</param>
    /// <returns>Largest total over the metrics, not rounded.</returns>
    public static double OptimalTotal(IReadOnlyList<MetricPlan> metrics, double alpha, double power, int groups)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        return metrics.Max(m => MetricTotal(
            m, Level(m, alpha, metrics.Count, groups), power, Shares([Math.Sqrt(m.Variance), .. Enumerable.Repeat(Math.Sqrt(m.TreatmentVariance), groups - 1)])));
    }

    /// <summary>How many further visitors an experiment needs, as a multiple of those it has, to reach a power at a target effect.</summary>
    /// <param name="control">Control so far.</param>
    /// <param name="treatment">Treatment so far.</param>
    /// <param name="difference">Relative or absolute; the scale of the target.</param>
    /// <param name="targetEffect">Effect to detect, not 0.</param>
    /// <param name="alpha">Two-sided error rate.</param>
    /// <param name="power">Power to reach.</param>
    /// <param name="sequentialTuning">Tuning of a sequential analysis; null for a fixed horizon.</param>
    /// <returns>Multiple, 0 when the power is there already; null when the variants cannot be compared.</returns>
    public static double? FurtherFactor(SampleStatistic control, SampleStatistic treatment, DifferenceKind difference, double targetEffect, double alpha, double power, double? sequentialTuning = null)
    {
        TwoSample.RequireAlpha(alpha, 1);
        TwoSample.RequireAlpha(power, 1);
        ArgumentOutOfRangeException.ThrowIfZero(targetEffect);
        EffectMoments m = EffectMoments.Of(control, treatment, difference);
        if (m.Error is not null)
        {
            return null;
        }

        double target = Math.Abs(targetEffect);
        double Short(double factor)
        {
            double se = m.StandardError / Math.Sqrt(factor), n = m.N * factor;
            double width = sequentialTuning is { } tuning ? ConfidenceSequence.For(alpha, tuning, oneSided: false).HalfWidth(se, n, alpha) : Distributions.NormalQuantile(1 - (alpha / 2)) * se;
            return Distributions.NormalCdf((target - width) / se) + Distributions.NormalCdf((-target - width) / se) - power;
        }

        double high = 1;
        while (Short(high) < 0 && high < 1e12)
        {
            high *= 2;
        }

        return high == 1 ? 0 : RootFinder.Bisect(Short, high / 2, high) - 1;
    }

    private static double Level(MetricPlan metric, double alpha, int metrics, int groups)
    {
        double each = alpha / (metrics * (groups - 1));
        return metric.Preferred is null ? each / 2 : each;
    }

    private static double MetricTotal(MetricPlan metric, double level, double power, double[] shares)
    {
        double z = Zs(level, power), effect = metric.Mean * metric.RelativeEffect;
        return shares.Skip(1).Max(share => z * z * ((metric.Variance / shares[0]) + (metric.TreatmentVariance / share)) / (effect * effect));
    }

    private static double[] Shares(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count < 2 || weights.Any(w => !(w > 0)))
        {
            throw new ArgumentException("Give the weight of each of at least two groups, above 0.", nameof(weights));
        }

        double sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }

    private static double Zs(double upperTail, double power)
    {
        TwoSample.RequireAlpha(upperTail, 1);
        TwoSample.RequireAlpha(power, 1);
        return Distributions.NormalQuantile(1 - upperTail) + Distributions.NormalQuantile(power);
    }

    private static double Check(double p1, double p2, double alpha, double power, double ratio)
    {
        if (!(p1 > 0 && p1 < 1) || !(p2 > 0 && p2 < 1) || p1 == p2 || !(ratio > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(p2), p2, "Two different rates between 0 and 1 and a ratio above 0 are needed.");
        }

        return Zs(alpha / 2, power);
    }
}
