using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>What the history tells the stock ledger, in the order of time.</summary>
internal static class StockDocuments
{
    private const int RecentWeeks = 8;

    /// <summary>Receipts, shipments of all but the newest orders, and returns (into quarantine: whether they can be sold again is not recorded).</summary>
    internal static IEnumerable<StockDocument> Recorded(ShopHistory history, string firstPlace)
    {
        HashSet<string> open = [.. RoutingStep.NewestOrders(history).Select(o => o.Id)];
        Dictionary<string, string> placeOf = history.Orders.Where(o => o.Shipment is not null).DistinctBy(o => o.Id).ToDictionary(o => o.Id, o => o.Shipment!.SiteId, StringComparer.Ordinal);
        IEnumerable<(Instant At, int Kind, StockDocument Document)> receipts = history.Receipts.Select(r =>
            (r.At, 0, (StockDocument)new Receipt($"{r.Reference}/{r.Sku}/{r.SiteId}", r.SiteId, [new(r.Sku, r.Quantity) { UnitCost = r.UnitCost }]) { EffectiveAt = r.At }));
        IEnumerable<(Instant At, int Kind, StockDocument Document)> shipments = history.Orders.Where(o => !open.Contains(o.Id)).Select(o =>
            (o.PlacedAt, 1, (StockDocument)new Shipment(o.Id, null, [.. o.Lines.GroupBy(l => l.Sku).Select(g => new ShipmentLine(g.Key, g.Sum(l => l.Quantity)))]) { EffectiveAt = o.PlacedAt, From = o.Shipment?.SiteId, AlreadyHappened = true }));
        IEnumerable<(Instant At, int Kind, StockDocument Document)> returns = history.Returns.GroupBy(r => (r.ReturnId, r.At, r.OrderId)).Select(g =>
            (g.Key.At, 2, (StockDocument)new CustomerReturn(g.Key.ReturnId, placeOf.GetValueOrDefault(g.Key.OrderId ?? string.Empty, firstPlace), [.. g.Select(r => new ReturnLine(r.Sku, r.Quantity))]) { EffectiveAt = g.Key.At }));
        return receipts.Concat(shipments).Concat(returns).OrderBy(d => d.At).ThenBy(d => d.Kind).Select(d => d.Document);
    }

    /// <summary>Weeks of recent demand, split over the places by their share, the odd units to the first.</summary>
    internal static IEnumerable<StockDocument> Assumed(ShopHistory history, string[] places, WeeklyDemand demand, double coverWeeks)
    {
        var lines = places.ToDictionary(p => p, _ => new List<ReceiptLine>(), StringComparer.Ordinal);
        foreach ((Sku sku, long[] weeks) in demand.Units.OrderBy(d => d.Key))
        {
            long units = (long)Math.Round(coverWeeks * weeks.TakeLast(RecentWeeks).Select(w => (double)w).Average(), MidpointRounding.AwayFromZero), given = 0;
            for (int i = places.Length - 1; i >= 0; i--)
            {
                long part = i == 0 ? units - given : (long)(history.Sites[i].StockShare * units);
                given += part;
                if (part > 0)
                {
                    lines[places[i]].Add(new(sku, part));
                }
            }
        }

        return places.Where(p => lines[p].Count > 0).Select(p => (StockDocument)new OpeningStock($"assumed/{p}", p, lines[p]));
    }
}
