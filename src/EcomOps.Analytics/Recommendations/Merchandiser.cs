using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Analytics.Recommendations;

/// <summary>Orders a model's recommendations for one customer by the shop's rules: segment, lifetime value, price sensitivity, margin, stock.</summary>
/// <remarks>A pure function of recommendations, profiles, rules and instant. Thread-safe.</remarks>
public sealed class Merchandiser
{
    private readonly RuleSet _rules;
    private readonly int _perCategory;

    /// <summary>Makes a merchandiser.</summary>
    /// <param name="rules">A set with hit policy <c>accumulate(sum)</c> over <see cref="MerchandisingFacts.Vocabulary"/> and the outcome <c>{ points, reason }</c>; null for <see cref="MerchandisingRules.Default"/>.</param>
    /// <param name="perCategory">Most items of one category in a list, 1 or more; no limit when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    public Merchandiser(RuleSet? rules = null, int? perCategory = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perCategory ?? 1, 1, nameof(perCategory));
        _rules = rules ?? MerchandisingRules.Default;
        _perCategory = perCategory ?? int.MaxValue;
    }

    /// <summary>Makes the list.</summary>
    /// <param name="recommendations">A model's recommendations, more than are to be shown: about three times as many.</param>
    /// <param name="shopper">Customer.</param>
    /// <param name="items">Profiles of the items. An item without one is left out: nothing is known of its stock and margin.</param>
    /// <param name="count">Longest list, 1 or more.</param>
    /// <param name="at">Instant.</param>
    /// <returns>The list. Where rules fail for an item it keeps the model's score, and the failure stands among its reasons.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public MerchandisedList For(IEnumerable<Recommendation> recommendations, ShopperProfile shopper, IReadOnlyDictionary<string, ItemProfile> items, int count, Instant at)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        ArgumentNullException.ThrowIfNull(shopper);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        List<(MerchandisedItem Item, string Category)> candidates = [];
        List<MerchandisedItem> leftOut = [];
        foreach (Recommendation recommendation in recommendations)
        {
            if (!items.TryGetValue(recommendation.Item, out ItemProfile? item))
            {
                leftOut.Add(Without(recommendation, "Nothing is known of the item."));
            }
            else if (!item.IsInStock)
            {
                leftOut.Add(Without(recommendation, "Out of stock."));
            }
            else
            {
                MerchandisedItem judged = Judge(recommendation, new MerchandisingFacts(shopper, item), at);
                if (judged.Score > 0)
                {
                    candidates.Add((judged, item.Category));
                }
                else
                {
                    leftOut.Add(judged);
                }
            }
        }

        List<MerchandisedItem> shown = [];
        Dictionary<string, int> ofCategory = new(StringComparer.Ordinal);
        foreach ((MerchandisedItem item, string category) in candidates.OrderByDescending(c => c.Item.Score).ThenBy(c => c.Item.Item, StringComparer.Ordinal))
        {
            int before = ofCategory.GetValueOrDefault(category);
            if (shown.Count < count && before < _perCategory)
            {
                ofCategory[category] = before + 1;
                shown.Add(item);
            }
            else if (shown.Count < count)
            {
                leftOut.Add(item with { Reasons = [$"The list holds {_perCategory} of {category} already.", .. item.Reasons] });
            }
        }

        return new MerchandisedList(shown, leftOut, _rules.Identity);
    }

    private static MerchandisedItem Without(Recommendation recommendation, string reason) => new(recommendation.Item, 0, recommendation.Score, 0, [reason]);

    private MerchandisedItem Judge(Recommendation recommendation, MerchandisingFacts facts, Instant at)
    {
        Decision decision = _rules.Evaluate(facts, at);
        if (decision is not Decided decided)
        {
            string failure = decision is Failed failed ? $"Rule '{failed.Rule}' failed: {failed.Error.Message}" : $"The rules gave {decision.GetType().Name}.";
            return new MerchandisedItem(recommendation.Item, recommendation.Score, recommendation.Score, 0, [failure]);
        }

        (long Points, string Reason)[] changes =
        [
            .. decided.Matched.Select(m => ((long)m.Outcome.GetOr("points", 0), m.Outcome.GetOr("reason", m.Id))).OrderByDescending(c => Math.Abs(c.Item1)).ThenBy(c => c.Item2, StringComparer.Ordinal),
        ];
        long points = Math.Max(-100, changes.Sum(c => c.Points));
        return new MerchandisedItem(recommendation.Item, recommendation.Score * (100 + points) / 100, recommendation.Score, points, [.. changes.Select(c => c.Reason)]);
    }
}
