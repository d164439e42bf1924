using EcomOps.Analytics.Experiments.Internal;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Tests with a few planned looks: more power than an always-valid test, at the price of fixing how often one looks.</summary>
/// <remarks>Bounds by numerical integration over the Brownian motion of the test statistic (Armitage, McPherson and Rowe, 1969); pure and thread-safe.</remarks>
public static class GroupSequential
{
    /// <summary>Plans the looks.</summary>
    /// <param name="information">Share of the planned visitors at each look, ascending by 0.001 or more, above 0, the last 1.</param>
    /// <param name="alpha">Error rate over all looks together, above 0 and below 0.5.</param>
    /// <param name="spending">How it is spent.</param>
    /// <param name="alternative">What is looked for; two-sided spends half of alpha on each side.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">The shares are not as described.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is out of range.</exception>
    public static GroupSequentialPlan Plan(IReadOnlyList<double> information, double alpha, AlphaSpending spending, Alternative alternative = Alternative.TwoSided)
    {
        Require(information);
        TwoSample.RequireAlpha(alpha, 0.5);
        bool twoSided = alternative == Alternative.TwoSided;
        double side = twoSided ? alpha / 2 : alpha;
        BoundaryCrossing crossing = new(twoSided, drift: 0);
        List<GroupSequentialLook> looks = [];
        double spent = 0;
        for (int k = 0; k < information.Count; k++)
        {
            double total = (twoSided ? 2 : 1) * Spent(spending, side, information[k]);
            double bound = crossing.BoundFor(information[k], total - spent);
            crossing.Pass(information[k], bound, k + 1 < information.Count ? information[k + 1] : null);
            spent = total;
            looks.Add(new GroupSequentialLook(information[k], bound, (twoSided ? 2 : 1) * Distributions.NormalCdf(-bound), total));
        }

        return new GroupSequentialPlan(alpha, alternative, looks);
    }

    /// <summary>Error rate of looking several times with given bounds: what "we check every Monday whether p is below 0.05" really means.</summary>
    /// <param name="information">Share of the visitors at each look, as for <see cref="Plan"/>.</param>
    /// <param name="bounds">Bound on |z| at each look, above 0.</param>
    /// <returns>Chance that some look crosses its bound although there is no difference, two-sided.</returns>
    /// <exception cref="ArgumentException">The shares are not as described, or there is another number of bounds.</exception>
    public static double ErrorRate(IReadOnlyList<double> information, IReadOnlyList<double> bounds)
    {
        Require(information);
        ArgumentNullException.ThrowIfNull(bounds);
        return bounds.Count == information.Count && bounds.All(b => b > 0)
            ? BoundaryCrossing.Probability(information, bounds, twoSided: true, drift: 0)
            : throw new ArgumentException("Give a bound above 0 for each look.", nameof(bounds));
    }

    private static double Spent(AlphaSpending spending, double side, double t) => spending == AlphaSpending.Pocock
        ? side * Math.Log(1 + ((Math.E - 1) * t))
        : 2 * Distributions.NormalCdf(Distributions.NormalQuantile(side / 2) / Math.Sqrt(t));

    private static void Require(IReadOnlyList<double> information)
    {
        ArgumentNullException.ThrowIfNull(information);
        if (information.Count == 0 || information[^1] != 1 || !(information[0] >= 0.001) || information.Zip(information.Skip(1)).Any(p => !(p.Second - p.First >= 0.001)))
        {
            throw new ArgumentException("Information must rise by 0.001 or more from above 0 to 1.", nameof(information));
        }
    }
}
