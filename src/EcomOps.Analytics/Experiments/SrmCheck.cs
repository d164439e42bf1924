using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Chi-square test of the visitors per variant against the planned shares.</summary>
public static class SrmCheck
{
    /// <summary>Threshold when none is given: 0.001, since the check is run often and a mismatch is never harmless.</summary>
    public const double DefaultThreshold = 0.001;

    /// <summary>Tests the split.</summary>
    /// <param name="users">Visitors per variant.</param>
    /// <param name="weights">Planned shares or weights, each above 0.</param>
    /// <param name="threshold">p-value below which the split counts as wrong.</param>
    /// <returns>The result; without visitors p is 1.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are fewer than two variants, or a figure is out of range.</exception>
    public static SrmResult Test(IReadOnlyList<long> users, IReadOnlyList<double> weights, double threshold = DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(weights);
        if (users.Count != weights.Count || users.Count < 2 || users.Any(u => u < 0) || weights.Any(w => !(w > 0)))
        {
            throw new ArgumentException("Give one count of 0 or more and one weight above 0 for each of at least two variants.", nameof(weights));
        }

        double total = users.Sum(), scale = weights.Sum(), chi = 0;
        for (int i = 0; i < users.Count && total > 0; i++)
        {
            double expected = total * weights[i] / scale;
            chi += (users[i] - expected) * (users[i] - expected) / expected;
        }

        return new SrmResult(chi, Distributions.ChiSquareUpper(chi, users.Count - 1), threshold);
    }
}
