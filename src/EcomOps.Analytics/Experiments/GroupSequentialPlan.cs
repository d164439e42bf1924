using EcomOps.Analytics.Experiments.Internal;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Looks and bounds of a group-sequential test.</summary>
/// <param name="Alpha">Error rate over all looks together.</param>
/// <param name="Alternative">What is looked for.</param>
/// <param name="Looks">Looks, the last at 1.</param>
/// <remarks>Immutable and thread-safe. Looks that come at other shares than planned need a new plan with the shares as they were; the error rate holds as long as their timing did not depend on the effect seen.</remarks>
public sealed record GroupSequentialPlan(double Alpha, Alternative Alternative, IReadOnlyList<GroupSequentialLook> Looks)
{
    /// <summary>Whether the experiment may stop with a difference shown.</summary>
    /// <param name="look">Look, from 1.</param>
    /// <param name="result">Comparison at that look, for example by <see cref="TwoSample.Welch"/>; treatment less control.</param>
    /// <returns>True when the statistic reaches the bound; false also for a comparison with an error.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such look.</exception>
    public bool IsReached(int look, TwoSampleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(look, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(look, Looks.Count);
        if (result.Error is not null || result.StandardError <= 0)
        {
            return false;
        }

        double z = result.Effect / result.StandardError, bound = Looks[look - 1].Bound;
        return Alternative switch { Alternative.TwoSided => Math.Abs(z) >= bound, Alternative.Greater => z >= bound, _ => z <= -bound };
    }

    /// <summary>How many more visitors the plan needs than one look at the end, to find the same effect.</summary>
    /// <param name="power">Chance to find it, above <see cref="Alpha"/> and below 1.</param>
    /// <returns>Factor on the number of visitors, 1 or more; experiments with an effect need fewer on average because they stop early.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The power is out of range.</exception>
    public double InflationFactor(double power)
    {
        if (!(power > Alpha && power < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, "The power must lie between alpha and 1, both exclusive.");
        }

        double side = Alternative == Alternative.TwoSided ? Alpha / 2 : Alpha;
        double single = Distributions.NormalQuantile(1 - side) + Distributions.NormalQuantile(power);
        double[] times = [.. Looks.Select(l => l.Information)], bounds = [.. Looks.Select(l => l.Bound)];
        double drift = RootFinder.Bisect(d => BoundaryCrossing.Probability(times, bounds, Alternative == Alternative.TwoSided, d) - power, single * 0.5, single * 3);
        return drift * drift / (single * single);
    }
}
