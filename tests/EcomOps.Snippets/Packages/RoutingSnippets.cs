using EcomOps.Core;
using EcomOps.Routing;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Locations;
using EcomOps.Routing.Orders;
using EcomOps.Routing.Plans;
using EcomOps.Routing.ServiceLevels;
using EcomOps.Routing.Stock;
using NodaTime;

namespace EcomOps.Snippets.Packages;

public sealed class RoutingSnippets
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private static readonly RoutingNetwork Network = new(
        Currency.Eur,
        [new Location("AMS", "NL", new GeoPoint(52.374, 4.890), Zone, new LocalTime(15, 0)), new Location("BER", "DE", new GeoPoint(52.520, 13.405), Zone, new LocalTime(15, 0))],
        new RateTable([DeliveryRegion.Of("nl", "NL")], [new CarrierRate("post", "parcel", "standard", "nl", 1, Money.Eur(5m), Money.Eur(1m))]),
        new ServiceLevelTable([new FulfilmentServiceLevel("standard", "nl", 3)], Zone, new LocalTime(15, 0)));

    [Fact]
    public void An_order_is_routed()
    {
        RoutingNetwork network = Network;
        IStockView stock = new StockTable([("AMS", (Sku)"TEE", 0L), ("BER", (Sku)"TEE", 5L)]);
        RoutingOrder order = new("order-1", [new RoutingLine("l1", "TEE", 2, Weight.Kilograms(1))], new Destination("NL", "1012", new GeoPoint(52.374, 4.890)), "standard");
        Instant now = Instant.FromUtc(2026, 11, 10, 10, 0);
        #region Routing
        var router = new OrderRouter(network, stock);                       // locations, rates, service levels; your view of the stock
        RoutingOutcome outcome = router.Route(order, now);                  // exact, explained, versioned

        string text = outcome switch
        {
            Routed routed => $"{routed.Plan.Parcels.Count} parcel(s), {routed.Plan.Cost.Total}, arrives {routed.Plan.ArrivesOn}",
            Backordered later => $"{later.Plan.Unfilled.Sum(line => line.Units)} unit(s) come later",
            Unroutable no => no.Message,
            _ => throw new InvalidOperationException(),
        };
        foreach (CandidateVerdict candidate in outcome.Decision.Candidates) // why every other location lost
        {
            Console.WriteLine($"{candidate.LocationId}: {candidate.Status} {string.Join("; ", candidate.Reasons)}");
        }
        #endregion
        Assert.StartsWith("1 parcel(s)", text, StringComparison.Ordinal);
    }
}
