using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Funnels;
using EcomOps.Core;
using EcomOps.Formats.Tables.Internal;

namespace EcomOps.Formats.Analytics.Internal;

internal static class AnalysisParsers
{
    internal static FunnelEvent Event(TableCells c, IReadOnlyList<string> properties) => new(
        c.Required("person"), c.Needed("time", c.Moment("time")), c.Required("event"), c.TextOrNull("event_id"),
        properties.Count == 0 ? null : properties.Where(p => c.Text(p).Length > 0).ToDictionary(p => p, c.Text, StringComparer.Ordinal));

    internal static VisitorRow Visitor(TableCells c)
    {
        long orders = c.Needed("orders", c.Units("orders", 0));
        decimal revenue = c.Needed("revenue", c.Number("revenue", -1_000_000_000m, 1_000_000_000m));
        decimal? prior = c.Number("prior_revenue", -1_000_000_000m, 1_000_000_000m);
        return new VisitorRow(c.Required("variant"), c.TextOrNull("visitor"), new VisitorOutcome((int)orders, (double)revenue, (double?)prior), c.TextOrNull("segment"));
    }

    internal static WeeklySalesRow WeeklySales(TableCells c, Currency currency) => new(
        c.Line, c.Required("sku"), c.Needed("date", c.Day("date")), c.Needed("units", c.Units("units", 0)),
        Money.Of(c.Needed("price", c.Number("price", 0.000001m)), currency), Money.Of(c.Needed("unit_cost", c.Number("unit_cost")), currency));

    internal static PromotionEventRow Promotion(TableCells c, Currency currency) => new(
        c.Required("id"), c.Required("sku"), c.Needed("from", c.Day("from")), (int)c.Needed("weeks", c.Units("weeks", 1)),
        c.Needed("discount", c.Number("discount", 0.0001m, 0.9999m)), Money.Of(c.Number("fixed_cost") ?? 0, currency));
}
