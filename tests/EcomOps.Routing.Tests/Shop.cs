using EcomOps.Core;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Locations;
using EcomOps.Routing.Orders;
using EcomOps.Routing.ServiceLevels;
using EcomOps.Routing.Stock;
using NodaTime;

namespace EcomOps.Routing.Tests;

/// <summary>Three places, two regions, hand-sized prices: every expectation in these tests can be worked out on paper.</summary>
internal static class Shop
{
    public static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>Tuesday, 11:00 in Amsterdam.</summary>
    public static readonly Instant TuesdayMorning = Instant.FromUtc(2026, 11, 10, 10, 0);

    public static Location Ams { get; } = new("AMS", "NL", new GeoPoint(52.374, 4.890), Amsterdam, new LocalTime(15, 0));

    public static Location Ber { get; } = new("BER", "DE", new GeoPoint(52.520, 13.405), DateTimeZoneProviders.Tzdb["Europe/Berlin"], new LocalTime(15, 0));

    public static Location Par { get; } = new("PAR", "FR", new GeoPoint(48.857, 2.352), DateTimeZoneProviders.Tzdb["Europe/Paris"], new LocalTime(15, 0));

    public static RateTable Rates { get; } = new(
        [DeliveryRegion.Of("nl", "NL"), DeliveryRegion.Of("world")],
        [
            new CarrierRate("post", "parcel", "standard", "nl", 1, Money.Eur(5m), Money.Eur(1m)) { Origin = "NL" },
            new CarrierRate("post", "export", "standard", "nl", 3, Money.Eur(8m), Money.Eur(1m)),
            new CarrierRate("post", "export", "standard", "world", 5, Money.Eur(12m), Money.Eur(2m)),
        ]);

    public static ServiceLevelTable Levels { get; } = new(
        [new FulfilmentServiceLevel("standard", "nl", 3), new FulfilmentServiceLevel("standard", "world", 7)], Amsterdam, new LocalTime(15, 0));

    public static RoutingNetwork Network { get; } = new(Currency.Eur, [Par, Ams, Ber], Rates, Levels);

    public static RoutingOrder Order(params (string Sku, long Quantity)[] lines) => new(
        "order-1", [.. lines.Select((l, i) => new RoutingLine($"l{i + 1}", l.Sku, l.Quantity, Weight.Kilograms(1)))], new Destination("NL", "1012", new GeoPoint(52.374, 4.890)), "standard");

    public static StockTable Stock(params (string Location, string Sku, long Units)[] entries) => new(entries.Select(e => (e.Location, (Sku)e.Sku, e.Units)));
}
