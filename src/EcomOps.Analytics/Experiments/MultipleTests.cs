namespace EcomOps.Analytics.Experiments;

/// <summary>p-values adjusted for the number of tests.</summary>
public static class MultipleTests
{
    /// <summary>Adjusts p-values.</summary>
    /// <param name="pValues">p-values, 0 to 1.</param>
    /// <param name="method">Method.</param>
    /// <returns>Adjusted p-values in the given order, each at most 1; reject those at or below alpha.</returns>
    /// <exception cref="ArgumentException">A p-value is not between 0 and 1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues, MultiplicityMethod method)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        if (pValues.Any(p => !(p >= 0 && p <= 1)))
        {
            throw new ArgumentException("p-values must lie between 0 and 1.", nameof(pValues));
        }

        int m = pValues.Count;
        int[] order = [.. Enumerable.Range(0, m).OrderBy(i => pValues[i])];
        double[] p = [.. order.Select(i => pValues[i])];
        double[] sorted = method switch
        {
            MultiplicityMethod.Bonferroni => [.. p.Select(v => v * m)],
            MultiplicityMethod.Holm => Rising([.. p.Select((v, i) => v * (m - i))]),
            MultiplicityMethod.Hochberg => Falling([.. p.Select((v, i) => v * (m - i))]),
            MultiplicityMethod.Hommel => Hommel(p),
            MultiplicityMethod.BenjaminiHochberg => Falling([.. p.Select((v, i) => v * m / (i + 1))]),
            MultiplicityMethod.BenjaminiYekutieli => Falling([.. p.Select((v, i) => v * m * Harmonic(m) / (i + 1))]),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
        };
        double[] adjusted = new double[m];
        for (int i = 0; i < m; i++)
        {
            adjusted[order[i]] = Math.Min(1, sorted[i]);
        }

        return adjusted;
    }

    private static double Harmonic(int m) => Enumerable.Range(1, m).Sum(i => 1.0 / i);

    private static double[] Rising(double[] p)
    {
        for (int i = 1; i < p.Length; i++)
        {
            p[i] = Math.Max(p[i], p[i - 1]);
        }

        return p;
    }

    private static double[] Falling(double[] p)
    {
        for (int i = p.Length - 2; i >= 0; i--)
        {
            p[i] = Math.Min(p[i], p[i + 1]);
        }

        return p;
    }

    // Wright (1992): the closed procedure over Simes tests, from the largest family down to pairs.
    private static double[] Hommel(double[] p)
    {
        int n = p.Length;
        if (n == 0)
        {
            return p;
        }

        double all = Enumerable.Range(0, n).Min(i => n * p[i] / (i + 1));
        double[] best = [.. Enumerable.Repeat(all, n)], current = [.. best];
        for (int m = n - 1; m >= 2; m--)
        {
            int low = n - m + 1;
            double upper = Enumerable.Range(low, m - 1).Min(i => m * p[i] / (i - low + 2));
            for (int i = 0; i < low; i++)
            {
                current[i] = Math.Min(m * p[i], upper);
            }

            for (int i = low; i < n; i++)
            {
                current[i] = current[n - m];
            }

            for (int i = 0; i < n; i++)
            {
                best[i] = Math.Max(best[i], current[i]);
            }
        }

        return [.. best.Select((v, i) => Math.Max(v, p[i]))];
    }
}
