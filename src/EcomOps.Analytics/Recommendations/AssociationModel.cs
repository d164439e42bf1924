namespace EcomOps.Analytics.Recommendations;

/// <summary>Recommends by association rules: what is frequently bought together with what lies in the cart.</summary>
/// <remarks>An item's score is the highest confidence of a rule whose whole condition the history holds; rules of lift 1 or less are no reason. Immutable and thread-safe.</remarks>
public sealed class AssociationModel : IRecommender
{
    private readonly Dictionary<int, List<(int[] Antecedent, int Consequent, double Confidence)>> _byFirst = [];

    private AssociationModel(Interactions interactions, int minimumCount, IReadOnlyList<AssociationRule> rules)
    {
        FittedTo = interactions;
        MinimumCount = minimumCount;
        Rules = rules;
        foreach (AssociationRule rule in rules)
        {
            int[] antecedent = [.. rule.Antecedent.Select(i => interactions.NumberOf(i)!.Value).Order()];
            if (!_byFirst.TryGetValue(antecedent[0], out List<(int[] Antecedent, int Consequent, double Confidence)>? list))
            {
                _byFirst[antecedent[0]] = list = [];
            }

            list.Add((antecedent, interactions.NumberOf(rule.Consequent)!.Value, rule.Confidence));
        }
    }

    /// <inheritdoc />
    public string Name => "Association rules";

    /// <inheritdoc />
    public Interactions FittedTo { get; }

    /// <summary>Customers or baskets that a rule rests on at least; more than the support asked for when that would have given too many sets.</summary>
    public int MinimumCount { get; }

    /// <summary>The rules, highest lift first: each can be shown as the reason for a recommendation.</summary>
    public IReadOnlyList<AssociationRule> Rules { get; }

    /// <summary>Finds the rules.</summary>
    /// <param name="interactions">Who bought what; baskets by <see cref="Interactions.Of"/>.</param>
    /// <param name="support">Minimum share of customers or baskets, above 0 to 1; 0.001 by default.</param>
    /// <param name="confidence">Minimum confidence, 0 to 1; 0.05 by default.</param>
    /// <param name="maxLength">Longest item set, condition and consequence together, 2 or more; 3 by default.</param>
    /// <param name="mostSets">Item sets to work with at most, 1 or more; where more have the support, it is raised by halves until they fit (<see cref="MinimumCount"/>). Histories of hundreds of items have billions of sets that a few customers share.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of range.</exception>
    public static AssociationModel Fit(Interactions interactions, double support = 0.001, double confidence = 0.05, int maxLength = 3, int mostSets = 500_000)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostSets, 1);
        if (!(support > 0 && support <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(support), support, "Support must be above 0 and at most 1.");
        }

        var baskets = Baskets.Of(interactions);
        int minimum = FrequentItemSets.MinimumOf(baskets, support);
        FrequentItemSets? sets;
        while ((sets = FrequentItemSets.TryFind(baskets, minimum, maxLength, mostSets)) is null)
        {
            minimum += Math.Max(1, minimum / 2);
        }

        return new AssociationModel(interactions, minimum, [.. sets.Rules(confidence).Where(r => r.Lift > 1)]);
    }

    /// <inheritdoc />
    public void Score(ReadOnlySpan<int> history, Span<double> scores)
    {
        scores.Clear();
        foreach (int first in history)
        {
            foreach ((int[] antecedent, int consequent, double confidence) in _byFirst.GetValueOrDefault(first) ?? [])
            {
                if (confidence > scores[consequent] && Holds(history, antecedent))
                {
                    scores[consequent] = confidence;
                }
            }
        }
    }

    private static bool Holds(ReadOnlySpan<int> history, int[] antecedent)
    {
        foreach (int item in antecedent)
        {
            if (history.BinarySearch(item) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
