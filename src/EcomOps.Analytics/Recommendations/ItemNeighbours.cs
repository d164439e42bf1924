using EcomOps.Analytics.Recommendations.Internal;

namespace EcomOps.Analytics.Recommendations;

/// <summary>Item-item recommendations: customers who bought this also bought those (Linden, Smith and York, 2003).</summary>
/// <remarks>An item's score is the sum of its similarities to the items of the history. Immutable and thread-safe.</remarks>
public sealed class ItemNeighbours : IRecommender
{
    private readonly NeighbourLists _lists;

    private ItemNeighbours(Interactions interactions, ItemSimilarity similarity, NeighbourLists lists)
    {
        FittedTo = interactions;
        Similarity = similarity;
        _lists = lists;
    }

    /// <inheritdoc />
    public string Name => Similarity == ItemSimilarity.Cosine ? "Item-item (cosine)" : "Item-item (Jaccard)";

    /// <inheritdoc />
    public Interactions FittedTo { get; }

    /// <summary>Measure of likeness.</summary>
    public ItemSimilarity Similarity { get; }

    /// <summary>Compares all pairs of items that some customer bought together.</summary>
    /// <param name="interactions">Who bought what.</param>
    /// <param name="similarity">Measure of likeness; cosine by default.</param>
    /// <param name="keep">Neighbours kept for an item, the most alike first; all when null. Fewer need less memory and lower the quality: measure with <see cref="RecommendationEvaluation"/>.</param>
    /// <param name="minimumTogether">Customers who must have bought both items, 1 or more; 1 by default. 2 or 3 keep chance pairs out of lists that people see.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit is below 1.</exception>
    public static ItemNeighbours Fit(Interactions interactions, ItemSimilarity similarity = ItemSimilarity.Cosine, int? keep = null, int minimumTogether = 1)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        ArgumentOutOfRangeException.ThrowIfLessThan(keep ?? 1, 1, nameof(keep));
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumTogether, 1);
        return new ItemNeighbours(interactions, similarity, NeighbourLists.Build(interactions.Rows, similarity, keep, minimumTogether));
    }

    /// <inheritdoc />
    public void Score(ReadOnlySpan<int> history, Span<double> scores)
    {
        scores.Clear();
        foreach (int item in history)
        {
            _lists.AddTo(item, scores);
        }
    }
}
