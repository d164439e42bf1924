using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>How much each item is wanted on a day.</summary>
internal sealed class ItemDemand(IReadOnlyList<ShopItem> items)
{
    private readonly double[] _cumulative = new double[items.Count];
    private readonly Dictionary<(string Category, int Product), List<ShopItem>> _products =
        items.GroupBy(item => (item.Category.Code, item.ProductNumber)).ToDictionary(group => group.Key, group => group.ToList());

    private readonly Dictionary<int, IReadOnlyList<PromotionRecord>> _promotions = [];
    private HashSet<Sku> _promoted = [];
    private int _day;

    /// <summary>The promotion of the day, if one runs.</summary>
    internal PromotionRecord? Promotion { get; private set; }

    internal static Money PriceOn(ShopItem item, LocalDate date)
    {
        decimal factor = 1;
        for (int year = ShopCalendar.Start.Year; year < date.Year; year++)
        {
            factor *= 1.03m;
        }

        return (item.Product.Price * factor).Round(MoneyRounding.HalfUp);
    }

    internal IEnumerable<PromotionRecord> PromotionsUntil(LocalDate date) =>
        Enumerable.Range(ShopCalendar.Start.Year, date.Year - ShopCalendar.Start.Year + 1).SelectMany(OfYear).Where(promotion => promotion.From < date);

    /// <summary>Weighs every item for a day.</summary>
    /// <returns>Total weight over the total popularity: how much more is wanted than on an ordinary day.</returns>
    internal double StartDay(int day, LocalDate date)
    {
        _day = day;
        PromotionRecord? running = OfYear(date.Year).FirstOrDefault(promotion => promotion.From <= date && date < promotion.Until);
        if (running != Promotion)
        {
            _promoted = [.. running?.Skus ?? []];
        }

        Promotion = running;
        double total = 0;
        double ordinary = 0;
        for (int i = 0; i < items.Count; i++)
        {
            ShopItem item = items[i];
            double weight = item.LaunchDay <= day ? item.Popularity * ShopCalendar.Season(item.Category, date) : 0;
            ordinary += weight;
            total += weight * ShopCalendar.Lift(DiscountPercent(item));
            _cumulative[i] = total;
        }

        return total / ordinary;
    }

    internal decimal DiscountPercent(ShopItem item) =>
        Promotion is { } promotion && (promotion.Skus.Count == 0 || _promoted.Contains(item.Product.Sku)) ? promotion.DiscountPercent : 0;

    internal ShopItem Pick(SimulationRandom random)
    {
        int found = Array.BinarySearch(_cumulative, random.Next() * _cumulative[^1]);
        return items[Math.Min(found < 0 ? ~found : found + 1, items.Count - 1)];
    }

    /// <summary>A variant of the product that goes with an item.</summary>
    internal ShopItem Companion(ShopItem item, SimulationRandom random)
    {
        List<ShopItem> variants = _products[(item.Category.Companion, item.ProductNumber)];
        ShopItem companion = random.Pick(variants);
        return companion.LaunchDay <= _day ? companion : Pick(random);
    }

    private IReadOnlyList<PromotionRecord> OfYear(int year)
    {
        if (!_promotions.TryGetValue(year, out IReadOnlyList<PromotionRecord>? promotions))
        {
            promotions = [.. ShopCalendar.Promotions(year, items)];
            _promotions.Add(year, promotions);
        }

        return promotions;
    }
}
