using System.Buffers;
using EcomOps.Analytics.Recommendations.Internal;

namespace EcomOps.Analytics.Recommendations;

/// <summary>Lists of recommendations from any model.</summary>
public static class RecommenderExtensions
{
    /// <summary>The best items for somebody with a history.</summary>
    /// <param name="model">Fitted model.</param>
    /// <param name="history">Items that are known already (bought, in the cart, on the page); unknown and repeated ones are ignored.</param>
    /// <param name="count">Longest list, 1 or more.</param>
    /// <param name="isAllowed">Which items may be shown (in stock, in range, in season); all when null.</param>
    /// <returns>Items that are not in the history and score above 0, best first; equal scores by item id. Shorter than asked, or empty, when there is no reason to recommend more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static IReadOnlyList<Recommendation> Recommend(this IRecommender model, IEnumerable<string> history, int count, Func<string, bool>? isAllowed = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Interactions known = model.FittedTo;
        int[] numbers = [.. history.Select(known.NumberOf).OfType<int>().Distinct().Order()];
        return [.. model.Top(numbers, count, isAllowed).Select(t => new Recommendation(known.Items[t.Item], t.Score))];
    }

    /// <summary>Items that go with one item.</summary>
    /// <param name="model">Fitted model.</param>
    /// <param name="item">Item.</param>
    /// <param name="count">Longest list, 1 or more.</param>
    /// <returns>As <see cref="Recommend"/> with that item as the history.</returns>
    public static IReadOnlyList<Recommendation> SimilarTo(this IRecommender model, string item, int count) => model.Recommend([item], count);

    /// <summary>The same model, with the rest of a short list filled from another one: customers without a history see what sells best.</summary>
    /// <param name="model">Fitted model.</param>
    /// <param name="fallback">Model for what the first has no reason for, fitted to the same interactions.</param>
    /// <returns>A model that ranks every item of the first before those of the second.</returns>
    /// <exception cref="ArgumentException">They were fitted to different interactions.</exception>
    public static IRecommender Or(this IRecommender model, IRecommender fallback)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(fallback);
        return model.FittedTo == fallback.FittedTo ? new FallbackRecommender(model, fallback) : throw new ArgumentException("Both models must be fitted to the same interactions.", nameof(fallback));
    }

    internal static List<(int Item, double Score)> Top(this IRecommender model, ReadOnlySpan<int> history, int count, Func<string, bool>? isAllowed = null)
    {
        int items = model.FittedTo.Items.Count;
        double[] rented = ArrayPool<double>.Shared.Rent(Math.Max(items, 1));
        Span<double> scores = rented.AsSpan(0, items);
        model.Score(history, scores);
        foreach (int item in history)
        {
            scores[item] = 0;
        }

        List<(int Item, double Score)> best = TopScores.Of(scores, count, isAllowed is null ? null : i => isAllowed(model.FittedTo.Items[i]));
        ArrayPool<double>.Shared.Return(rented);
        return best;
    }
}
