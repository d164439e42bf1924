using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Testing.Shop;

/// <summary>Sites, suppliers, tariffs and targets of the simulated shop: what a real shop states in <c>store.yaml</c>. All of it is invented.</summary>
public static class SimulatedStore
{
    /// <summary>The settings that belong to every <see cref="ShopSimulator"/>.</summary>
    public static StoreSettings Settings { get; } = new()
    {
        Name = "Field & Harbour",
        Currency = Currency.Eur,
        Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"],
        BaseUrl = new Uri("https://shop.example.com/"),
        Brand = "Field & Harbour",
        Sites =
        [
            Site("NL-AMS", "Amsterdam", "NL", new(52.31, 4.76), "Europe/Amsterdam", new(17, 0), 90, 2.10m, 0.50m),
            Site("DE-LEJ", "Leipzig", "DE", new(51.34, 12.37), "Europe/Berlin", new(16, 0), 60, 1.90m, 0.30m),
            Site("FR-LYS", "Lyon", "FR", new(45.76, 4.84), "Europe/Paris", new(15, 0), 40, 2.30m, 0.20m),
        ],
        ReturnHandlingCost = Money.Eur(3.20m),
        Suppliers =
        [
            Supplier("SUP-TEXTIL", "Porto Textile", 21, 3.5, 600m, "TEE", "HOD", "CAP"),
            Supplier("SUP-OUTDOOR", "Alpine Gear", 28, 5, 1000m, "JKT", "BAG", "MAT"),
            Supplier("SUP-METAL", "Brno Metalworks", 16, 2.5, 400m, "BTL", "LMP"),
            Supplier("SUP-CERAMIC", "Delft Ceramics", 9, 1.5, 250m, "MUG", "TEA", "CDL"),
            Supplier("SUP-WOOL", "Baltic Wool", 24, 4, 500m, "BLK"),
            Supplier("SUP-PAPER", "Rhine Paper", 7, 1, 150m, "NTB", "PEN"),
        ],
        Supply = new() { LeadTimeDays = 18, LeadTimeDeviationDays = 4, ReviewDays = 7 },
        Shipping =
        [
            Tier("standard", "Benelux", ["NL", "BE"], 1, 2, 4.95m, 4.10m),
            Tier("standard", "Western Europe", ["DE", "FR", "AT"], 2, 4, 6.95m, 6.20m),
            Tier("standard", "Southern Europe", ["IT", "ES"], 3, 5, 8.95m, 8.40m),
            Tier("express", "Benelux", ["NL", "BE"], 1, 1, 9.95m, 8.60m),
            Tier("express", "Western Europe", ["DE", "FR", "AT"], 1, 2, 14.95m, 13.10m),
            Tier("express", "Southern Europe", ["IT", "ES"], 1, 2, 19.95m, 17.50m),
        ],
        Taxes =
        [
            new("NL", "BTW", 0.21m), new("DE", "USt", 0.19m), new("FR", "TVA", 0.20m), new("BE", "BTW", 0.21m),
            new("AT", "USt", 0.20m), new("IT", "IVA", 0.22m), new("ES", "IVA", 0.21m),
        ],
        Gateways =
        [
            new("harbourpay", "Harbour Pay", ["card", "ideal", "wallet"], 0.0140m, Money.Eur(0.25m)),
            new("eurogate", "Eurogate", ["card", "wallet"], 0.0175m, Money.Eur(0.20m)),
        ],
        Targets =
        [
            new("revenue", 110_000m),
            new("orders", 1_250m),
            new("average_order_value", 92m),
            new("conversion_rate", 0.042m),
            new("return_value_rate", 0.08m),
            new("authorisation_rate", 0.92m),
            new("on_time_delivery_rate", 0.95m),
        ],
    };

    private static FulfilmentSite Site(string id, string name, CountryCode country, GeoPoint position, string zone, LocalTime cutOff, int perDay, decimal handling, decimal share) =>
        new(id, name, country, position, DateTimeZoneProviders.Tzdb[zone], cutOff, perDay, Money.Eur(handling), share);

    private static SupplierTerms Supplier(string id, string name, double days, double deviation, decimal minimum, params string[] skuPrefixes) =>
        new(new(id, name, days, deviation, Money.Eur(minimum)), skuPrefixes);

    private static ShippingTierSettings Tier(string tier, string region, IReadOnlyList<CountryCode> countries, int fastest, int slowest, decimal price, decimal cost) =>
        new(tier, region, countries, fastest, slowest, Money.Eur(price), Money.Eur(cost));
}
