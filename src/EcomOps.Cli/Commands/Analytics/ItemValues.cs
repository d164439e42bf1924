using EcomOps.Analytics.Recommendations;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Analytics;

namespace EcomOps.Cli.Commands.Analytics;

// What a unit of each item sold for and left, as means over the rows of the file.
internal static class ItemValues
{
    public static Dictionary<string, ItemValue> Of(IReadOnlyList<OrderLineRow> rows) =>
        rows.Where(r => r.Sku is not null && r.Amount.Amount > 0 && r.Quantity > 0).GroupBy(r => r.Sku!, StringComparer.Ordinal).ToDictionary(g => g.Key, Value, StringComparer.Ordinal);

    // Which figures the table holds and what they stand on.
    public static string Describe(Dictionary<string, ItemValue> values)
    {
        int known = values.Values.Count(v => v.Margin is not null);
        return known == 0
            ? "sales: share of the sales of later purchases that the lists held. No cost is known, so margin is not judged; map unit_cost or unit_margin by --columns."
            : $"sales, margin: share of the sales, and of the margin, of later purchases that the lists held; margin each: mean margin of a shown item. The cost of {Tool.Count(known)} of {Tool.Count(values.Count)} items is known; the others count for no margin.";
    }

    private static ItemValue Value(IGrouping<string, OrderLineRow> rows)
    {
        Money price = Mean([.. rows.Select(r => (r.Amount, r.Quantity))]);
        (Money Margin, long Quantity)[] margins = [.. rows.Where(r => r.UnitMargin is not null || r.UnitCost is not null).Select(r => (r.UnitMargin is { } each ? each * r.Quantity : r.Amount - (r.UnitCost!.Value * r.Quantity), r.Quantity))];
        return new ItemValue(price, margins.Length == 0 ? null : Mean(margins));
    }

    private static Money Mean((Money Amount, long Quantity)[] rows) => rows.Select(r => r.Amount).Aggregate((x, y) => x + y).Divide(rows.Sum(r => r.Quantity), MoneyRounding.HalfEven);
}
