using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>Ships orders, promises arrivals and is sometimes late; takes goods back.</summary>
internal sealed class FulfilmentDesk(StoreSettings store)
{
    private static readonly string[] FitReasons = ["too_small", "too_large", "changed_mind", "not_as_described"];
    private static readonly string[] OtherReasons = ["damaged", "changed_mind", "not_as_described", "arrived_too_late", "defective"];

    internal List<ReturnedLine> Returns { get; } = [];

    internal ShippingTierSettings TierFor(CountryCode country, bool express) =>
        store.Shipping.Single(tier => tier.Tier == (express ? "express" : "standard") && tier.Countries.Contains(country));

    internal ShipmentRecord Ship(LocalDateTime placed, int site, ShippingTierSettings tier, decimal grams, SimulationRandom random)
    {
        FulfilmentSite from = store.Sites[site];
        LocalDate planned = placed.TimeOfDay < from.CutOff ? WorkingDay(placed.Date) : WorkingDay(placed.Date.PlusDays(1));
        double busy = placed.Month is 11 or 12 ? 0.14 : 0.05;
        LocalDate shipped = random.Chance(busy) ? WorkingDay(planned.PlusDays(random.Between(1, 3))) : planned;
        int transit = random.Between(tier.FastestDays, tier.SlowestDays) + (random.Chance(0.05) ? random.Between(1, 4) : 0);
        Instant handedOver = shipped.At(new LocalTime(17, random.Between(10, 50))).InZoneLeniently(from.Zone).ToInstant();
        Instant delivered = AddWorkingDays(shipped, transit).At(new LocalTime(random.Between(9, 18), random.Between(0, 59))).InZoneLeniently(from.Zone).ToInstant();
        decimal kilograms = grams / 1000m;
        var cost = Money.Eur(decimal.Round(tier.Cost.Amount + (0.35m * kilograms) + (decimal)(0.6 * random.Next()), 2));
        return new(from.Id, tier.Tier == "express" ? "Swift Express" : "Delta Parcel", handedOver, delivered, AddWorkingDays(planned, tier.SlowestDays), cost);
    }

    /// <summary>Decides at the time of the order what will come back, and when.</summary>
    internal void Return(ShopOrder order, IReadOnlyList<ShopItem> items, SimulationRandom random)
    {
        for (int i = 0; i < order.Lines.Count; i++)
        {
            ShopOrderLine line = order.Lines[i];
            bool late = order.Shipment!.DeliveredAt!.Value.InZone(store.Zone).Date > order.Shipment.PromisedOn;
            if (!random.Chance(items[i].Category.ReturnRate + (late ? 0.05 : 0)))
            {
                continue;
            }

            bool isClothing = items[i].Category.Option == "size";
            string reason = late && random.Chance(0.5) ? "arrived_too_late" : random.Pick(isClothing ? FitReasons : OtherReasons);
            Instant at = order.Shipment.DeliveredAt.Value + Duration.FromMinutes(random.Between(2 * 24 * 60, 21 * 24 * 60));
            long quantity = line.Quantity == 1 || random.Chance(0.7) ? line.Quantity : 1;
            Returns.Add(new($"R-{order.Id}-{i + 1}", at, line.Sku, quantity, line.UnitPrice)
            {
                OrderId = order.Id,
                CustomerId = order.CustomerId,
                CountryName = order.CountryName,
                Reason = reason,
            });
        }
    }

    private static LocalDate WorkingDay(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => date.PlusDays(2),
        IsoDayOfWeek.Sunday => date.PlusDays(1),
        _ => date,
    };

    private static LocalDate AddWorkingDays(LocalDate date, int days)
    {
        LocalDate result = date;
        for (int i = 0; i < days; i++)
        {
            result = WorkingDay(result.PlusDays(1));
        }

        return result;
    }
}
