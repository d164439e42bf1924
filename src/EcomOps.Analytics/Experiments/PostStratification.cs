using EcomOps.Analytics.Experiments.Internal;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Effect estimated within strata (country, device, new or known) and weighted by their pooled shares.</summary>
/// <remarks>Removes the variance between strata. CUPED statistics are adjusted by regression within each stratum. The variance includes that of the shares.</remarks>
public static class PostStratification
{
    /// <summary>Combines strata.</summary>
    /// <param name="strata">Control and treatment in each stratum, all of one kind of statistic.</param>
    /// <param name="alpha">Error rate of the two-sided normal interval.</param>
    /// <param name="difference">Relative or absolute.</param>
    /// <returns>Effect, standard error, interval and p-value; an error when a stratum cannot be compared.</returns>
    /// <exception cref="ArgumentException">There is no stratum, or the kinds differ or have no within-stratum estimate (quantiles).</exception>
    public static TwoSampleResult Compare(IReadOnlyList<(SampleStatistic Control, SampleStatistic Treatment)> strata, double alpha, DifferenceKind difference)
    {
        ArgumentNullException.ThrowIfNull(strata);
        TwoSample.RequireAlpha(alpha, 1);
        if (strata.Count == 0)
        {
            throw new ArgumentException("Give at least one stratum.", nameof(strata));
        }

        if (strata.Any(s => s.Control.N < 2 || s.Treatment.N < 2))
        {
            return TwoSampleResult.Failed(TwoSampleError.ZeroNegativeVariance);
        }

        StratumMoments[] moments = [.. strata.Select(s => StratumMoments.Of(s.Control, s.Treatment))];
        if (StratumSummary.Combine(moments, difference) is not var (effect, variance) || !(variance > 0) || !double.IsFinite(variance))
        {
            return TwoSampleResult.Failed(TwoSampleError.ZeroNegativeVariance);
        }

        double se = Math.Sqrt(variance), width = Distributions.NormalQuantile(1 - (alpha / 2)) * se;
        return new TwoSampleResult(effect, se, effect - width, effect + width, 2 * Distributions.NormalCdf(-Math.Abs(effect / se)));
    }
}
