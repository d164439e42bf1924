using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>On-time share, times and cost of the orders that were placed in a month.</summary>
internal static class FulfilmentStep
{
    internal static FulfilmentSummary Run(ShopHistory history, ReportPeriods periods)
    {
        ILookup<YearMonth, ShopOrder> months = history.Orders.ToLookup(o => Month(o.PlacedAt, history.Zone));
        ShopOrder[] placed = [.. months[periods.Month]];
        ShopOrder[] shipped = [.. placed.Where(o => o.Shipment is not null)];
        IEnumerable<FulfilmentGroup> groups =
            from order in shipped
            group order by (Tier: order.ShippingTier ?? "unknown", Region: RegionOf(order)) into g
            orderby g.Key.Tier, g.Key.Region
            select Group(g.Key.Tier, g.Key.Region, [.. g], history);
        IEnumerable<SiteFulfilment> sites =
            from order in shipped
            group order by order.Shipment!.SiteId into g
            orderby g.Count() descending, g.Key
            select new SiteFulfilment(g.Key, g.Count(), Quantile([.. g.Select(o => (o.Shipment!.ShippedAt - o.PlacedAt).TotalHours)], 0.5)!.Value, Average(g, history.Currency));
        return new(
            placed.Length,
            shipped.Length,
            Whole(shipped, history),
            Whole([.. months[periods.Prior].Where(o => o.Shipment is not null)], history),
            Whole([.. months[periods.PriorYear].Where(o => o.Shipment is not null)], history),
            [.. groups],
            [.. sites],
            shipped.Length == 0 ? [] : [.. months.OrderBy(m => m.Key).Select(m => (Artefacts.Wording.Iso(m.Key), Whole([.. m.Where(o => o.Shipment is not null)], history)?.OnTime))]);
    }

    /// <summary>Country of destination: the finest region that every source holds.</summary>
    internal static string RegionOf(ShopOrder order) => order.Country?.Value ?? order.CountryName ?? "unknown";

    private static FulfilmentGroup? Whole(ShopOrder[] shipped, ShopHistory history) => shipped.Length == 0 ? null : Group("all", "all", shipped, history);

    private static FulfilmentGroup Group(string tier, string region, ShopOrder[] shipped, ShopHistory history)
    {
        ShopOrder[] delivered = [.. shipped.Where(o => o.Shipment!.DeliveredAt is not null)];
        double[] days = [.. delivered.Select(o => (o.Shipment!.DeliveredAt!.Value - o.PlacedAt).TotalDays)];
        double[] promised = [.. shipped.Select(o => (double)Period.DaysBetween(o.PlacedAt.InZone(history.Zone).Date, o.Shipment!.PromisedOn))];
        int onTime = delivered.Count(o => o.Shipment!.DeliveredAt!.Value.InZone(history.Zone).Date <= o.Shipment.PromisedOn);
        return new(tier, region, shipped.Length, delivered.Length, delivered.Length == 0 ? null : (double)onTime / delivered.Length, Quantile(days, 0.5), Quantile(days, 0.95), Quantile(promised, 0.5), Average(shipped, history.Currency));
    }

    private static Money? Average(IEnumerable<ShopOrder> orders, Currency currency)
    {
        decimal[] costs = [.. orders.Select(o => o.Shipment!.Cost.Amount)];
        return costs.Length == 0 ? null : new Money(costs.Sum(), currency).Divide(costs.Length, MoneyRounding.HalfEven);
    }

    /// <summary>Nearest-rank quantile.</summary>
    private static double? Quantile(double[] values, double share)
    {
        if (values.Length == 0)
        {
            return null;
        }

        Array.Sort(values);
        return values[Math.Clamp((int)Math.Ceiling(share * values.Length) - 1, 0, values.Length - 1)];
    }

    private static YearMonth Month(Instant at, DateTimeZone zone)
    {
        LocalDate day = at.InZone(zone).Date;
        return new(day.Year, day.Month);
    }
}
