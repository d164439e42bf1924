using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>How demand moves: trend, week, year and promotions.</summary>
internal static class ShopCalendar
{
    internal static readonly LocalDate Start = new(2025, 1, 1);

    private const double GrowthPerYear = 0.18;
    private static readonly double[] ByWeekday = [1.12, 1.05, 1.00, 0.97, 0.93, 0.82, 1.11];
    private static readonly double[] ByMonth = [0.86, 0.84, 0.92, 0.96, 1.00, 1.02, 0.97, 0.92, 1.00, 1.06, 1.36, 1.52];

    internal static double Trend(int day) => 1 + (GrowthPerYear * day / 365.25);

    internal static double Week(LocalDate date) => ByWeekday[(int)date.DayOfWeek - 1];

    /// <summary>Factor of the year, interpolated between the middles of months.</summary>
    internal static double Year(LocalDate date)
    {
        double at = date.Month - 1 + ((date.Day - 0.5) / date.Calendar.GetDaysInMonth(date.Year, date.Month)) - 0.5;
        int before = (int)Math.Floor(at);
        double share = at - before;
        return (ByMonth[(before + 12) % 12] * (1 - share)) + (ByMonth[(before + 13) % 12] * share);
    }

    /// <summary>Factor of a category in the course of the year, 1 on average.</summary>
    internal static double Season(CategoryPlan category, LocalDate date) =>
        1 + (category.SummerLift * Math.Sin(2 * Math.PI * (date.DayOfYear - 105) / 365.25));

    /// <summary>Promotions of a year, the same every year.</summary>
    internal static IEnumerable<PromotionRecord> Promotions(int year, IReadOnlyList<ShopItem> items)
    {
        yield return Promotion("WINTER", "Winter clearance", new(year, 1, 10), 12, 20m, items, "HOD", "JKT", "BLK");
        yield return Promotion("SPRING", "Spring on the road", new(year, 4, 4), 10, 15m, items, "BAG", "BTL");
        yield return Promotion("SUMMER", "Summer sale", new(year, 7, 1), 14, 20m, items, "TEE", "CAP", "MAT");
        yield return Promotion("SCHOOL", "Back to school", new(year, 8, 25), 10, 10m, items, "NTB", "PEN", "BAG");
        yield return Promotion("BLACK", "Black week", new(year, 11, 24), 7, 15m, items);
    }

    internal static double Lift(decimal discountPercent) => 1 + ((double)discountPercent * 0.045);

    private static PromotionRecord Promotion(string id, string name, LocalDate from, int days, decimal percent, IReadOnlyList<ShopItem> items, params string[] categories)
    {
        IReadOnlyList<Sku> skus = [.. items.Where(item => categories.Contains(item.Category.Code)).Select(item => item.Product.Sku)];
        return new($"{id}-{from.Year}", $"{name} {from.Year}", from, from.PlusDays(days), percent, skus);
    }
}
