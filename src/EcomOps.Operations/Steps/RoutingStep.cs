using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using EcomOps.Routing;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Locations;
using EcomOps.Routing.Orders;
using EcomOps.Routing.ServiceLevels;
using EcomOps.Routing.Stock;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Routes the newest orders over the sites, and counts which promises were kept.</summary>
internal static class RoutingStep
{
    /// <summary>Orders with more lines than this are routed with less search and without the margins of the sites that lost: a wholesale order of hundreds of lines would take minutes.</summary>
    internal const int LinesOfLargeOrders = 25;

    private const int NodesOfSmallOrders = 2_000;
    private const int NodesOfLargeOrders = 25;

    internal static async Task<RoutingResults> RunAsync(ShopHistory history, StoreSettings settings, ReportPeriods periods, StockBook stock, CancellationToken cancellationToken)
    {
        ServiceLevelTable? levels = Levels(history, settings);
        RateTable rates = Rates(settings);
        ServiceLevelReport kept = ServiceLevelReport.Of(Deliveries(history, periods, rates), history.Until, levels);
        if (history.Sites.Count == 0 || settings.Shipping.Count == 0 || levels is null)
        {
            return new(null, kept, [], 0);
        }

        var network = new RoutingNetwork(history.Currency, [.. history.Sites.Select(Location)], rates, levels);
        var load = new WorkloadBook();
        var router = new OrderRouter(network, stock, load, options: new RoutingOptions { MaximumNodes = NodesOfSmallOrders });
        var largeRouter = new OrderRouter(network, stock, load, options: new RoutingOptions { MaximumNodes = NodesOfLargeOrders, ExplainMargins = false });
        Dictionary<Sku, Weight> weights = history.Products.Where(p => p.Weight is not null).ToDictionary(p => p.Sku, p => p.Weight!.Value);
        List<RoutedOrder> routed = [];
        int without = 0;
        foreach (ShopOrder order in NewestOrders(history))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (order.Country is not { } country)
            {
                without++;
                continue;
            }

            string tier = order.ShippingTier ?? settings.Shipping[0].Tier;
            var asked = new RoutingOrder(order.Id, [.. order.Lines.Select((l, i) => Line(l, i, weights))], new Destination(country, Position: order.Destination ?? settings.FindCountry(country.Value)?.Position), tier);
            RoutingOutcome outcome = (order.Lines.Count > LinesOfLargeOrders ? largeRouter : router).Route(asked, order.PlacedAt);
            if (PlanOf(outcome) is { } plan)
            {
                await stock.ReserveAsync(order.Id, plan, cancellationToken).ConfigureAwait(false);
                load.Add(plan);
            }

            routed.Add(new(order, tier, outcome));
        }

        return new(network, kept, routed, without);
    }

    internal static IEnumerable<ShopOrder> NewestOrders(ShopHistory history) => history.Orders.TakeLast(RoutingResults.Newest);

    internal static Routing.Plans.RoutingPlan? PlanOf(RoutingOutcome outcome) => outcome switch
    {
        Routed routed => routed.Plan,
        Backordered later => later.Plan,
        _ => null,
    };

    private static Location Location(FulfilmentSite site) => new(site.Id, site.Country, site.Position, site.Zone, site.CutOff)
    {
        DailyOrders = site.OrdersPerDay,
        ParcelHandlingCost = site.HandlingCost,
    };

    /// <summary>A line may wait; a unit that waits counts as its price, so that sending it is preferred to any parcel cheaper than that.</summary>
    private static RoutingLine Line(ShopOrderLine line, int index, Dictionary<Sku, Weight> weights) =>
        new((index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), line.Sku, line.Quantity, weights.GetValueOrDefault(line.Sku, Weight.Zero)) { BackorderCost = line.UnitPrice };

    private static RateTable Rates(StoreSettings settings) => new(
        settings.Shipping.GroupBy(t => t.Region, StringComparer.Ordinal).Select(g => DeliveryRegion.Of(g.Key, g.SelectMany(t => t.Countries).Distinct()))
            .OrderBy(r => r.Countries.Count == 0),
        settings.Shipping.Select(t => new CarrierRate("carrier", t.Tier, t.Tier, t.Region, t.SlowestDays, t.Cost, Money.Zero(settings.Currency))));

    private static ServiceLevelTable? Levels(ShopHistory history, StoreSettings settings) => history.Sites.Count == 0
        ? null
        : new(settings.Shipping.Select(t => new FulfilmentServiceLevel(t.Tier, t.Region, t.SlowestDays)), history.Zone, history.Sites.Min(s => s.CutOff));

    private static IEnumerable<PromisedDelivery> Deliveries(ShopHistory history, ReportPeriods periods, RateTable rates) =>
        from order in history.Orders
        where order.Shipment is not null
        let day = order.PlacedAt.InZone(history.Zone).Date
        where day >= periods.From && day < periods.Until
        let region = order.Country is { } country ? rates.RegionOf(new Destination(country))?.Name : null
        select new PromisedDelivery(order.Id, order.ShippingTier ?? "unknown", region ?? "unknown", order.Shipment!.SiteId, order.Shipment.PromisedOn, order.Shipment.DeliveredAt?.InZone(history.Zone).Date);
}
