using System.Globalization;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>One run through the days of the shop.</summary>
internal sealed class ShopSimulation
{
    private const double OrdersPerDay = 34;
    private const double UnitsPerOrder = 2.6;
    private const double ShareOfWeb = 0.76;
    private const double ShareOfFirstOrders = 0.50;
    private const int DaysUntilDisputesAreKnown = 60;

    private readonly int _seed;
    private readonly int _months;
    private readonly StoreSettings _store = SimulatedStore.Settings;
    private readonly LocalDate _until;
    private readonly int _days;
    private readonly IReadOnlyList<ShopItem> _items;
    private readonly ItemDemand _demand;
    private readonly SupplyDesk _supply;
    private readonly PaymentDesk _payments;
    private readonly FulfilmentDesk _fulfilment;
    private readonly WebTraffic _traffic = new();
    private readonly OrderDesk _orders;
    private readonly List<MarketingSpend> _spend = [];

    internal ShopSimulation(int seed, int months)
    {
        _seed = seed;
        _months = months;
        _until = ShopCalendar.Start.PlusMonths(months);
        _days = Period.DaysBetween(ShopCalendar.Start, _until);
        _items = ItemCatalogue.Make(seed, _store.Sites.Count);
        _demand = new(_items);
        _supply = new(_items, _store.Sites, [.. _store.Suppliers.Select(terms => terms.Supplier)]);
        _payments = new(_store.Gateways);
        _fulfilment = new(_store);
        _orders = new(_store, _demand, _payments, _fulfilment, _traffic, new());
    }

    internal ShopHistory Run()
    {
        for (int day = 0; day < _days; day++)
        {
            RunDay(day, ShopCalendar.Start.PlusDays(day));
        }

        Instant end = _until.AtStartOfDayInZone(_store.Zone).ToInstant();
        List<ReturnedLine> returns = [.. _fulfilment.Returns.Where(line => line.At < end).OrderBy(line => line.At)];
        List<ShopOrder> orders = [.. _orders.Orders.Select(order => order with { Shipment = Seen(order.Shipment!, end) })];
        long rows = orders.Sum(order => (long)order.Lines.Count) + returns.Count;
        return new ShopHistory
        {
            Name = _store.Name,
            Source = string.Create(CultureInfo.InvariantCulture, $"simulated shop, seed {_seed}, {_months} months"),
            Currency = _store.Currency,
            Zone = _store.Zone,
            From = orders[0].PlacedAt.InZone(_store.Zone).Date,
            Until = orders[^1].PlacedAt.InZone(_store.Zone).Date.PlusDays(1),
            Import = new(rows, rows, 0, 0, []),
            Orders = orders,
            Returns = returns,
            Products = [.. _items.Where(item => item.LaunchDay < _days).Select(Product).OrderBy(product => product.Sku)],
            Customers = [.. _orders.Buyers.Where(buyer => buyer.Id is not null).OrderBy(buyer => buyer.Id, StringComparer.Ordinal).Select(buyer => new ShopCustomer(buyer.Id!, buyer.Channel, buyer.Home.Country))],
            Sites = _store.Sites,
            Suppliers = [.. _supply.ObservedSuppliers().OrderBy(supplier => supplier.Id, StringComparer.Ordinal)],
            Receipts = [.. _supply.Receipts.OrderBy(receipt => receipt.At)],
            OpenPurchaseOrders = _supply.OpenOrders(),
            PaymentAttempts = [.. _payments.Attempts.OrderBy(attempt => attempt.At)],
            Sessions = [.. _traffic.Sessions.OrderBy(session => session.StartedAt)],
            Spend = _spend,
            Promotions = [.. _demand.PromotionsUntil(_until)],
            Experiments = ExperimentPlan.Until(_days),
        };
    }

    /// <summary>What is known of a shipment at a time: null before it left, no delivery while it is under way.</summary>
    private static ShipmentRecord? Seen(ShipmentRecord shipment, Instant at) =>
        shipment.ShippedAt >= at ? null : shipment.DeliveredAt < at ? shipment : shipment with { DeliveredAt = null };

    private ShopProduct Product(ShopItem item) => item.Product with { Price = ItemDemand.PriceOn(item, _until.PlusDays(-1)) };

    private void RunDay(int day, LocalDate date)
    {
        double lift = _demand.StartDay(day, date);
        double mean = OrdersPerDay * ShopCalendar.Trend(day) * ShopCalendar.Week(date) * ShopCalendar.Year(date) * lift;
        _supply.StartDay(day, date, OrdersPerDay * UnitsPerOrder, Random(SimulationRandom.Purpose.Supply, day));
        SimulationRandom random = Random(SimulationRandom.Purpose.Orders, day);
        int count = Math.Max(1, random.Poisson(mean));
        foreach (int second in Enumerable.Range(0, count).Select(_ => DayHours.Second(random)).Order().ToList())
        {
            _orders.Take(day, date, second, _days - day >= DaysUntilDisputesAreKnown, random);
        }

        _traffic.Browse(day, date, _store.Zone, mean * ShareOfWeb, Random(SimulationRandom.Purpose.Traffic, day));
        Spend(date, mean, Random(SimulationRandom.Purpose.Spend, day));
    }

    private void Spend(LocalDate date, double orders, SimulationRandom random)
    {
        foreach (AcquisitionChannel channel in AcquisitionChannel.All.Where(channel => channel.CostPerOrder > 0))
        {
            double amount = orders * ShareOfWeb * ShareOfFirstOrders * channel.Share * channel.CostPerOrder * (0.8 + (0.4 * random.Next()));
            _spend.Add(new(date, channel.Name, Money.Eur(decimal.Round((decimal)amount, 2))));
        }
    }

    private SimulationRandom Random(SimulationRandom.Purpose purpose, int day) => new(_seed, purpose, day);
}
