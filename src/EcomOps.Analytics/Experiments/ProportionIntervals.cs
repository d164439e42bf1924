using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Intervals of one share, each by its named method.</summary>
/// <remarks>Brown, Cai and DasGupta (2001) compare them; Wilson is a good choice for reports.</remarks>
public static class ProportionIntervals
{
    /// <summary>Normal approximation, cut to 0 and 1; too narrow for small counts.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="confidence">Confidence, 0 to 1 exclusive.</param>
    /// <returns>The interval.</returns>
    public static ConfidenceInterval Wald(double successes, double n, double confidence)
    {
        double z = Z(successes, n, confidence), p = successes / n, width = z * Math.Sqrt(p * (1 - p) / n);
        return new(Math.Max(0, p - width), Math.Min(1, p + width));
    }

    /// <summary>Inverted score test.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="confidence">Confidence, 0 to 1 exclusive.</param>
    /// <returns>The interval.</returns>
    public static ConfidenceInterval Wilson(double successes, double n, double confidence)
    {
        double z = Z(successes, n, confidence), p = successes / n, z2 = z * z / n;
        double centre = p + (z2 / 2), width = z * Math.Sqrt(((p * (1 - p)) + (z2 / 4)) / n);
        return new((centre - width) / (1 + z2), (centre + width) / (1 + z2));
    }

    /// <summary>Normal approximation about Wilson's centre, cut to 0 and 1.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="confidence">Confidence, 0 to 1 exclusive.</param>
    /// <returns>The interval.</returns>
    public static ConfidenceInterval AgrestiCoull(double successes, double n, double confidence)
    {
        double z = Z(successes, n, confidence), trials = n + (z * z), p = (successes + (z * z / 2)) / trials, width = z * Math.Sqrt(p * (1 - p) / trials);
        return new(Math.Max(0, p - width), Math.Min(1, p + width));
    }

    /// <summary>Exact binomial limits; never below the stated confidence.</summary>
    /// <param name="successes">Successes, a whole number from 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="confidence">Confidence, 0 to 1 exclusive.</param>
    /// <returns>The interval.</returns>
    public static ConfidenceInterval ClopperPearson(double successes, double n, double confidence)
    {
        _ = Z(successes, n, confidence);
        double half = (1 - confidence) / 2;
        return new(
            successes == 0 ? 0 : Distributions.BetaQuantile(half, successes, n - successes + 1),
            successes == n ? 1 : Distributions.BetaQuantile(1 - half, successes + 1, n - successes));
    }

    /// <summary>Posterior quantiles under Jeffreys' prior.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, above 0.</param>
    /// <param name="confidence">Confidence, 0 to 1 exclusive.</param>
    /// <returns>The interval.</returns>
    public static ConfidenceInterval Jeffreys(double successes, double n, double confidence)
    {
        _ = Z(successes, n, confidence);
        double half = (1 - confidence) / 2;
        return new(Distributions.BetaQuantile(half, successes + 0.5, n - successes + 0.5), Distributions.BetaQuantile(1 - half, successes + 0.5, n - successes + 0.5));
    }

    private static double Z(double successes, double n, double confidence)
    {
        if (!(n > 0) || !(successes >= 0) || successes > n)
        {
            throw new ArgumentOutOfRangeException(nameof(successes), successes, "Successes must lie between 0 and the number of trials, which must be above 0.");
        }

        TwoSample.RequireAlpha(confidence, 1);
        return Distributions.NormalQuantile(1 - ((1 - confidence) / 2));
    }
}
