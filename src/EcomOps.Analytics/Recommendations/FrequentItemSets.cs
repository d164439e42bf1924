using EcomOps.Analytics.Recommendations.Internal;

namespace EcomOps.Analytics.Recommendations;

/// <summary>All item sets of a minimum support, found by FP-growth (Han, Pei and Yin, 2000), with exact counts.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FrequentItemSets
{
    private readonly Baskets _baskets;
    private readonly List<(int[] Items, int Count)> _sets;
    private readonly Dictionary<int[], int> _counts;

    private FrequentItemSets(Baskets baskets, int minimumCount, List<(int[] Items, int Count)> sets)
    {
        _baskets = baskets;
        MinimumCount = minimumCount;
        _sets = sets;
        _counts = new Dictionary<int[], int>(sets.Count, ItemSetComparer.Instance);
        foreach ((int[] items, int count) in sets)
        {
            _counts[items] = count;
        }
    }

    /// <summary>Smallest count of a frequent set: the support times the number of baskets, rounded up, at least 1.</summary>
    public int MinimumCount { get; }

    /// <summary>Number of frequent sets.</summary>
    public int Count => _sets.Count;

    /// <summary>The sets, by length, then by count descending, then by name.</summary>
    public IReadOnlyList<ItemSet> Sets =>
    [
        .. _sets.Select(s => new ItemSet([.. s.Items.Select(i => _baskets.Items[i])], s.Count, (double)s.Count / _baskets.Count))
            .OrderBy(s => s.Items.Count).ThenByDescending(s => s.Count).ThenBy(s => string.Join('\u001f', s.Items), StringComparer.Ordinal),
    ];

    /// <summary>Most sets that <see cref="Find"/> gathers where no other limit is given: some hundreds of megabytes.</summary>
    public const int MostSets = 5_000_000;

    /// <summary>Finds the frequent sets.</summary>
    /// <param name="baskets">Baskets.</param>
    /// <param name="support">Minimum share of baskets, above 0 to 1.</param>
    /// <param name="maxLength">Longest set to look for; no limit when null.</param>
    /// <param name="mostSets">Sets above which the search is given up, 1 or more; <see cref="MostSets"/> when null.</param>
    /// <returns>The sets; none when there is no basket.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The support is out of range, or so low for these baskets that more sets reach it than <paramref name="mostSets"/>.</exception>
    public static FrequentItemSets Find(Baskets baskets, double support, int? maxLength = null, int? mostSets = null)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        if (!(support > 0 && support <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(support), support, "Support must be above 0 and at most 1.");
        }

        int most = mostSets ?? MostSets;
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(mostSets));
        return TryFind(baskets, MinimumOf(baskets, support), maxLength, most)
            ?? throw new ArgumentOutOfRangeException(nameof(support), support, FormattableString.Invariant($"More than {most:N0} item sets have this support; raise it, or look for shorter sets."));
    }

    internal static FrequentItemSets? TryFind(Baskets baskets, int minimumCount, int? maxLength, int mostSets) =>
        FpGrowth.Mine(baskets, minimumCount, maxLength ?? int.MaxValue, mostSets) is { } sets ? new FrequentItemSets(baskets, minimumCount, sets) : null;

    // A hair less before rounding up, so that 0.1 x 10 is 1 and not 2.
    internal static int MinimumOf(Baskets baskets, double support) => Math.Max(1, (int)Math.Ceiling((support * baskets.Count) - 1e-9));

    /// <summary>Frequent sets of each length, from 1 on.</summary>
    /// <returns>Counts by length.</returns>
    public IReadOnlyDictionary<int, int> CountsByLength() => new SortedDictionary<int, int>(_sets.GroupBy(s => s.Items.Length).ToDictionary(g => g.Key, g => g.Count()));

    /// <summary>Rules with one item to follow.</summary>
    /// <param name="confidence">Minimum confidence, 0 to 1.</param>
    /// <returns>Rules by lift descending, then confidence, then support, then names.</returns>
    public IReadOnlyList<AssociationRule> Rules(double confidence)
    {
        List<AssociationRule> rules = [];
        double n = _baskets.Count;
        foreach ((int[] items, int count) in _sets)
        {
            for (int k = 0; k < items.Length && items.Length > 1; k++)
            {
                int[] rest = [.. items[..k], .. items[(k + 1)..]];
                double held = (double)count / _counts[rest];
                if (held >= confidence)
                {
                    double own = _baskets.Counts[items[k]] / n, before = _counts[rest] / n;
                    rules.Add(new AssociationRule(
                        [.. rest.Select(i => _baskets.Items[i])], _baskets.Items[items[k]], count, count / n, held, held / own, (count / n) - (before * own), held < 1 ? (1 - own) / (1 - held) : null));
                }
            }
        }

        return
        [
            .. rules.OrderByDescending(r => r.Lift).ThenByDescending(r => r.Confidence).ThenByDescending(r => r.Support)
                .ThenBy(r => string.Join('\u001f', r.Antecedent), StringComparer.Ordinal).ThenBy(r => r.Consequent, StringComparer.Ordinal),
        ];
    }
}
