namespace EcomOps.Analytics.Recommendations;

/// <summary>How good one ranked list is against what was bought later; relevance is yes or no.</summary>
/// <remarks>Pure and thread-safe. With nothing to find (no relevant item) every figure is 0; leave such customers out of means.</remarks>
public static class RankingMetrics
{
    /// <summary>Hits among the first k, over k: places left empty count as misses.</summary>
    /// <param name="ranked">Items, best first, each once.</param>
    /// <param name="relevant">Items that were bought.</param>
    /// <param name="k">Length judged, 1 or more.</param>
    /// <returns>0 to 1.</returns>
    public static double Precision<T>(IReadOnlyList<T> ranked, IReadOnlySet<T> relevant, int k) => (double)Hits(ranked, relevant, k) / k;

    /// <summary>Hits among the first k, over the number of relevant items.</summary>
    /// <param name="ranked">Items, best first, each once.</param>
    /// <param name="relevant">Items that were bought.</param>
    /// <param name="k">Length judged, 1 or more.</param>
    /// <returns>0 to 1.</returns>
    public static double Recall<T>(IReadOnlyList<T> ranked, IReadOnlySet<T> relevant, int k)
    {
        int hits = Hits(ranked, relevant, k);
        return relevant.Count == 0 ? 0 : (double)hits / relevant.Count;
    }

    /// <summary>Average precision: the sum of the precision at each hit among the first k, over the number of relevant items (not over the smaller of it and k).</summary>
    /// <param name="ranked">Items, best first, each once.</param>
    /// <param name="relevant">Items that were bought.</param>
    /// <param name="k">Length judged, 1 or more.</param>
    /// <returns>0 to 1; its mean over customers is MAP.</returns>
    public static double AveragePrecision<T>(IReadOnlyList<T> ranked, IReadOnlySet<T> relevant, int k)
    {
        Require(ranked, relevant, k);
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < Math.Min(k, ranked.Count); i++)
        {
            if (relevant.Contains(ranked[i]))
            {
                sum += (double)++hits / (i + 1);
            }
        }

        return relevant.Count == 0 ? 0 : sum / relevant.Count;
    }

    /// <summary>Normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002) with gain 1 and discount log2(rank + 1); the ideal list has min(k, relevant) hits.</summary>
    /// <param name="ranked">Items, best first, each once.</param>
    /// <param name="relevant">Items that were bought.</param>
    /// <param name="k">Length judged, 1 or more.</param>
    /// <returns>0 to 1.</returns>
    public static double Ndcg<T>(IReadOnlyList<T> ranked, IReadOnlySet<T> relevant, int k)
    {
        Require(ranked, relevant, k);
        double gained = 0, ideal = 0;
        for (int i = 0; i < k; i++)
        {
            double discount = 1 / Math.Log2(i + 2);
            gained += i < ranked.Count && relevant.Contains(ranked[i]) ? discount : 0;
            ideal += i < relevant.Count ? discount : 0;
        }

        return ideal > 0 ? gained / ideal : 0;
    }

    private static int Hits<T>(IReadOnlyList<T> ranked, IReadOnlySet<T> relevant, int k)
    {
        Require(ranked, relevant, k);
        return ranked.Take(k).Count(relevant.Contains);
    }

    private static void Require<T>(IReadOnlyList<T> ranked, IReadOnlySet<T> relevant, int k)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(relevant);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
    }
}
