using System.Globalization;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>Fills baskets from what is in stock, has them paid, and takes the goods out of stock.</summary>
internal sealed class OrderDesk(StoreSettings store, ItemDemand demand, PaymentDesk payments, FulfilmentDesk fulfilment, WebTraffic traffic, CustomerBase customers)
{
    private static readonly double[] LineCounts = [0.45, 0.28, 0.15, 0.08, 0.04];
    private static readonly double[] Quantities = [0.80, 0.13, 0.04, 0.03];
    private static readonly Money FreeShippingFrom = Money.Eur(60);
    private readonly Dictionary<Destination, int[]> _nearest = Destination.All.ToDictionary(
        destination => destination,
        destination => Enumerable.Range(0, store.Sites.Count).OrderBy(site => store.Sites[site].Position.KilometresTo(destination.Position)).ToArray());

    private int _number;

    internal List<ShopOrder> Orders { get; } = [];

    /// <summary>Everybody who has ordered, once each.</summary>
    internal List<ShopperProfile> Buyers { get; } = [];

    internal void Take(int day, LocalDate date, int second, bool disputesAreKnown, SimulationRandom random)
    {
        ShopperProfile shopper = customers.Next(day, random);
        List<(ShopItem Item, long Quantity)> basket = Fill(shopper, random, out int site);
        if (basket.Count == 0)
        {
            customers.Ordered(shopper, day, random);
            return;
        }

        bool fraud = !shopper.ViaMarketplace && random.Chance(shopper.Orders == 0 ? 0.010 : 0.001);
        LocalDateTime placed = date.AtMidnight().PlusSeconds(second);
        Instant at = placed.InZoneLeniently(store.Zone).ToInstant();
        ShippingTierSettings tier = fulfilment.TierFor(shopper.Home.Country, random.Chance(fraud ? 0.75 : 0.15));
        IReadOnlyList<ShopOrderLine> lines = [.. basket.Select(entry => Line(entry.Item, entry.Quantity * (fraud ? 2 : 1), date, at, site))];
        Money goods = lines.Aggregate(Money.Zero(store.Currency), (sum, line) => sum + line.Value);
        Money shipping = tier.Tier == "standard" && goods >= FreeShippingFrom ? Money.Zero(store.Currency) : tier.Price;
        string id = string.Create(CultureInfo.InvariantCulture, $"SO-{++_number:000000}");
        if (!shopper.ViaMarketplace && !IsPaid(id, at, day, second, shopper, goods + shipping, fraud, random))
        {
            customers.Ordered(shopper, day, random);
            return;
        }

        decimal grams = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            basket[i].Item.OnHand[site] -= lines[i].Quantity;
            basket[i].Item.SoldThisWeek += lines[i].Quantity;
            grams += basket[i].Item.Product.Weight!.Value.InGrams * lines[i].Quantity;
        }

        var order = new ShopOrder(id, at, lines)
        {
            CustomerId = shopper.Id,
            CountryName = shopper.Home.CountryName,
            Country = shopper.Home.Country,
            Region = shopper.Home.Region,
            Destination = new(shopper.Home.Position.Latitude + (0.4 * (random.Next() - 0.5)), shopper.Home.Position.Longitude + (0.5 * (random.Next() - 0.5))),
            Channel = shopper.ViaMarketplace ? "marketplace" : "web",
            ShippingTier = tier.Tier,
            ShippingCharged = shipping,
            PromotionId = lines.Any(line => line.UnitDiscount is { IsZero: false }) ? demand.Promotion?.Id : null,
            Shipment = fulfilment.Ship(placed, site, tier, grams, random),
            Risk = shopper.ViaMarketplace ? null : Risk(shopper, day, fraud, disputesAreKnown, random),
        };
        Orders.Add(order);
        fulfilment.Return(order, [.. basket.Select(entry => entry.Item)], random);
        if (shopper.Orders++ == 0)
        {
            Buyers.Add(shopper);
        }

        customers.Ordered(shopper, day, random);
    }

    private bool IsPaid(string id, Instant at, int day, int second, ShopperProfile shopper, Money amount, bool fraud, SimulationRandom random)
    {
        string channel = shopper.Orders == 0 ? shopper.Channel : random.Chance(0.55) ? "direct" : random.Chance(0.5) ? "organic_search" : shopper.Channel;
        bool paid = payments.Pay(id, at, day, second / 3600, shopper.Home.Country, amount, fraud, random);
        traffic.Buy(day, shopper, channel, at, paid ? id : null, random);
        return paid;
    }

    private List<(ShopItem Item, long Quantity)> Fill(ShopperProfile shopper, SimulationRandom random, out int site)
    {
        List<(ShopItem Item, long Quantity)> basket = [];
        site = 0;
        int wanted = random.Weighted(LineCounts) + 1;
        for (int tries = 0; tries < wanted + 4 && basket.Count < wanted; tries++)
        {
            ShopItem item = basket.Count > 0 && random.Chance(0.40) ? demand.Companion(basket[^1].Item, random) : demand.Pick(random);
            long quantity = random.Weighted(Quantities) + 1;
            if (basket.Count == 0)
            {
                site = _nearest[shopper.Home].FirstOrDefault(s => item.OnHand[s] > 0, -1);
            }

            if (site >= 0 && item.OnHand[site] > 0 && basket.TrueForAll(entry => entry.Item != item))
            {
                basket.Add((item, Math.Min(quantity, item.OnHand[site])));
            }
        }

        site = Math.Max(site, 0);
        return basket;
    }

    private ShopOrderLine Line(ShopItem item, long quantity, LocalDate date, Instant at, int site)
    {
        Money list = ItemDemand.PriceOn(item, date);
        decimal percent = demand.DiscountPercent(item);
        Money price = percent == 0 ? list : (list * (1 - (percent / 100m))).Round(MoneyRounding.HalfUp);
        return new(item.Product.Sku, Math.Min(quantity, item.OnHand[site]), price, at, list - price);
    }

    private static OrderRiskFacts Risk(ShopperProfile shopper, int day, bool fraud, bool disputesAreKnown, SimulationRandom random)
    {
        CountryCode home = shopper.Home.Country;
        CountryCode cardCountry = random.Chance(fraud ? 0.55 : 0.03) ? new("US") : home;
        CountryCode network = random.Chance(fraud ? 0.60 : 0.05) ? new(fraud ? "RO" : "GB") : home;
        bool disputed = random.Chance(fraud ? 0.80 : 0.0012);
        return new(
            cardCountry,
            network,
            random.Chance(fraud ? 0.25 : 0.91),
            random.Chance(fraud ? 0.35 : 0.97),
            random.Chance(fraud ? 0.55 : 0.985),
            fraud ? random.Between(1, 7) : random.Poisson(0.15),
            day - shopper.FirstDay,
            disputesAreKnown ? disputed : null);
    }
}
