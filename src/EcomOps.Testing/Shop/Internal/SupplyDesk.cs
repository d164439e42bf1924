using System.Globalization;
using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>Orders goods every Monday from what was sold lately, and books them in when they arrive. It does not foresee seasons, so it runs out now and then.</summary>
internal sealed class SupplyDesk(IReadOnlyList<ShopItem> items, IReadOnlyList<FulfilmentSite> sites, IReadOnlyList<ShopSupplier> suppliers)
{
    private const double OpeningWeeks = 7;
    private const double CoverWeeks = 5;
    private const double SlowPopularity = 0.5;

    // Before the first order of the day, so that the times of receipts and sales alone give a stock that is never below zero.
    private static readonly LocalTime BookedIn = new(0, 30);

    private readonly List<PlacedOrder> _open = [];
    private readonly Dictionary<string, List<int>> _leadTimes = suppliers.ToDictionary(supplier => supplier.Id, _ => new List<int>(), StringComparer.Ordinal);
    private readonly double _totalPopularity = items.Sum(item => item.Popularity);
    private int _number;

    internal List<GoodsReceipt> Receipts { get; } = [];

    internal IReadOnlyList<ShopSupplier> ObservedSuppliers() => [.. suppliers.Select(supplier => supplier with { ObservedLeadTimes = [.. _leadTimes[supplier.Id]] })];

    internal IReadOnlyList<OpenPurchaseOrder> OpenOrders() =>
        [.. _open.Select(order => new OpenPurchaseOrder(order.Reference, order.Item.Product.SupplierId!, sites[order.Site].Id, order.Item.Product.Sku, order.Quantity, order.ExpectedOn))];

    internal void StartDay(int day, LocalDate date, double unitsPerDay, SimulationRandom random)
    {
        TakeIn(day, date);
        foreach (ShopItem item in items.Where(item => item.LaunchDay == day))
        {
            double weekly = ExpectedWeekly(item, unitsPerDay);
            Stock(item, RoundUp((weekly * OpeningWeeks) + 2, item), "OPENING", date.AtMidnight());
            for (int i = 0; i < 8; i++)
            {
                item.WeeklySales.Enqueue((long)Math.Round(weekly));
            }
        }

        if (date.DayOfWeek == IsoDayOfWeek.Monday)
        {
            Review(day, date, random);
        }
    }

    private double ExpectedWeekly(ShopItem item, double unitsPerDay) => 7 * unitsPerDay * item.Popularity / _totalPopularity;

    private void TakeIn(int day, LocalDate date)
    {
        foreach (PlacedOrder order in _open.Where(order => order.ArrivesOn <= day).OrderBy(order => order.Reference, StringComparer.Ordinal))
        {
            order.Item.OnOrder -= order.Quantity;
            Book(order.Item, order.Site, order.Quantity, order.Reference, date.At(BookedIn));
            _leadTimes[order.Item.Product.SupplierId!].Add(order.ArrivesOn - order.PlacedOn);
        }

        _open.RemoveAll(order => order.ArrivesOn <= day);
    }

    private void Review(int day, LocalDate date, SimulationRandom random)
    {
        foreach (IGrouping<string, ShopItem> bySupplier in items.Where(item => item.LaunchDay < day).GroupBy(item => item.Product.SupplierId!, StringComparer.Ordinal))
        {
            ShopSupplier supplier = suppliers.Single(s => s.Id == bySupplier.Key);
            double lead = supplier.LeadTimeDays + (supplier.LeadTimeDeviationDays * random.Normal());
            int arrives = day + Math.Max(2, (int)Math.Round(lead + (random.Chance(0.05) ? 6 : 0)));
            string? reference = null;
            foreach (ShopItem item in bySupplier)
            {
                item.WeeklySales.Enqueue(item.SoldThisWeek);
                item.WeeklySales.Dequeue();
                item.SoldThisWeek = 0;
                double weekly = Math.Max(item.WeeklySales.Average(), 0.15);
                double untilNext = (supplier.LeadTimeDays / 7) + 1;
                double safety = 0.9 * Math.Sqrt(weekly * untilNext);
                double position = item.TotalOnHand + item.OnOrder;
                if (position <= (weekly * untilNext) + safety)
                {
                    reference ??= string.Create(CultureInfo.InvariantCulture, $"PO-{++_number:00000}");
                    Order(item, RoundUp((weekly * (untilNext + CoverWeeks)) + safety - position, item), reference, day, arrives, date.PlusDays((int)supplier.LeadTimeDays));
                }
            }
        }
    }

    private void Order(ShopItem item, long quantity, string reference, int day, int arrives, LocalDate expected)
    {
        foreach ((int site, long share) in Shares(item, quantity))
        {
            _open.Add(new(reference, item, site, share, day, arrives, expected));
            item.OnOrder += share;
        }
    }

    private void Stock(ShopItem item, long quantity, string reference, LocalDateTime at)
    {
        foreach ((int site, long share) in Shares(item, quantity))
        {
            Book(item, site, share, reference, at);
        }
    }

    private void Book(ShopItem item, int site, long quantity, string reference, LocalDateTime at)
    {
        item.OnHand[site] += quantity;
        Receipts.Add(new(reference, at.InZoneLeniently(sites[site].Zone).ToInstant(), sites[site].Id, item.Product.Sku, quantity, item.Product.UnitCost!.Value));
    }

    /// <summary>Whole packs by the sites' shares; slow items stay at the first site.</summary>
    private IEnumerable<(int Site, long Quantity)> Shares(ShopItem item, long quantity)
    {
        long pack = item.Product.PackSize;
        long left = quantity;
        for (int site = sites.Count - 1; site > 0; site--)
        {
            long share = item.Popularity < SlowPopularity ? 0 : (long)Math.Round((double)quantity * (double)sites[site].StockShare / pack) * pack;
            share = Math.Min(share, left);
            left -= share;
            if (share > 0)
            {
                yield return (site, share);
            }
        }

        if (left > 0)
        {
            yield return (0, left);
        }
    }

    private static long RoundUp(double quantity, ShopItem item) => Math.Max(1, (long)Math.Ceiling(quantity / item.Product.PackSize)) * item.Product.PackSize;

    private sealed record PlacedOrder(string Reference, ShopItem Item, int Site, long Quantity, int PlacedOn, int ArrivesOn, LocalDate ExpectedOn);
}
