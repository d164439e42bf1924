using EcomOps.Core;

namespace EcomOps.Analytics.Recommendations;

/// <summary>Puts items into price tiers within their category.</summary>
public static class PriceTiers
{
    /// <summary>Tiers by thirds of the category's different prices: of n, the lowest n/3 (rounded down) are value, as many highest are premium. Equal prices share a tier.</summary>
    /// <param name="items">Item, category and price; one currency a category, each item once.</param>
    /// <returns>Tier by item.</returns>
    /// <exception cref="ArgumentException">An item comes twice, or a category has prices in several currencies.</exception>
    public static IReadOnlyDictionary<string, PriceTier> Of(IEnumerable<(string Item, string Category, Money Price)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        Dictionary<string, PriceTier> tiers = new(StringComparer.Ordinal);
        foreach (IGrouping<string, (string Item, string Category, Money Price)> category in items.GroupBy(i => i.Category, StringComparer.Ordinal))
        {
            if (category.Select(i => i.Price.Currency).Distinct().Skip(1).Any())
            {
                throw new ArgumentException($"Category '{category.Key}' has prices in several currencies.", nameof(items));
            }

            decimal[] prices = [.. category.Select(i => i.Price.Amount).Distinct().Order()];
            int third = prices.Length / 3;
            foreach ((string item, _, Money price) in category)
            {
                int rank = Array.BinarySearch(prices, price.Amount);
                if (!tiers.TryAdd(item, rank < third ? PriceTier.Value : rank >= prices.Length - third ? PriceTier.Premium : PriceTier.Middle))
                {
                    throw new ArgumentException($"Item '{item}' comes twice.", nameof(items));
                }
            }
        }

        return tiers;
    }
}
