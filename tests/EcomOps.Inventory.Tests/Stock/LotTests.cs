using EcomOps.Core;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class LotTests
{
    [Fact]
    public async Task Nearest_takes_the_first_location_in_pick_order_and_the_earliest_expiry_within_it()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5, "RTM-1", "FAR", new LocalDate(2026, 4, 1));
        await bench.ReceiveAsync("A", 3, "AMS-1", "LATE", new LocalDate(2026, 8, 1));
        await bench.ReceiveAsync("A", 3, "AMS-1", "SOON", new LocalDate(2026, 6, 1));
        Assert.Equal([("AMS-1", "SOON", 3L), ("AMS-1", "LATE", 3L), ("RTM-1", "FAR", 1L)], await PickAsync(bench, 7, LotPicking.Nearest));
    }

    [Theory]
    [InlineData(24, "24x1 24")] // one carton of 24
    [InlineData(30, "24x1 24,6x1 6")] // a carton and a six-pack
    [InlineData(31, "24x1 24,6x1 6,1x1 1")] // and one loose unit
    [InlineData(13, "6x1 12,1x1 1")] // no carton fits: two six-packs and a loose unit
    [InlineData(55, "24x1 48,6x1 6,1x1 1")] // two cartons, a six-pack, a loose unit
    public async Task Fewest_packages_takes_full_packages_of_the_largest_size_first(long units, string expected)
    {
        await using StockBench bench = await StockBench.OpenAsync();
        foreach ((string lot, long size, long quantity) in new[] { ("1x1", 1L, 10L), ("6x1", 6L, 18L), ("24x1", 24L, 48L) })
        {
            await bench.Ledger.ReceiveAsync(new Receipt($"R-{lot}", "AMS-1", [new("A", quantity) { Lot = lot, PackageSize = size }]));
        }

        Assert.Equal(expected, string.Join(',', (await PickAsync(bench, units, LotPicking.FewestPackages)).Select(p => $"{p.Lot} {p.Quantity}")));
    }

    [Fact]
    public async Task Equal_lots_are_picked_by_lot_number()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        foreach (string lot in new[] { "L3", "L1", "L2" })
        {
            await bench.ReceiveAsync("A", 2, lot: lot, expires: new LocalDate(2026, 6, 1));
        }

        foreach (LotPicking picking in new[] { LotPicking.FirstExpired, LotPicking.FirstReceived, LotPicking.LastReceived })
        {
            Assert.Equal(["L1", "L2"], (await PickAsync(bench, 3, picking)).Select(p => p.Lot));
        }
    }

    [Fact]
    public async Task The_larger_of_the_items_and_the_customers_minimum_life_counts()
    {
        // On 2 March, 30 days lead to 1 April: a lot of 31 March is too short for the item, one of 1 May for a customer who wants 90 days.
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 2, lot: "MAR", expires: new LocalDate(2026, 3, 31));
        await bench.ReceiveAsync("A", 2, lot: "APR", expires: new LocalDate(2026, 4, 1));
        await bench.ReceiveAsync("A", 2, lot: "JUN", expires: new LocalDate(2026, 6, 30));
        await bench.Ledger.DefineAsync(new StockItem("A") { MinimumRemainingDays = 30 });
        Assert.Equal("APR", Assert.Single(Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("S1", null, [new("A", 1)]))).Movement.Lines).From.Lot);
        Assert.Equal("JUN", Assert.Single(Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("S2", null, [new("A", 1)]) { MinimumRemainingDays = 90 })).Movement.Lines).From.Lot);
        Assert.Equal("APR", Assert.Single(Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("S3", null, [new("A", 1)]) { MinimumRemainingDays = 10 })).Movement.Lines).From.Lot);
    }

    [Fact]
    public async Task Expired_units_are_removed_by_themselves_and_the_removal_is_booked_once()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 4, "AMS-1", "L", new LocalDate(2026, 3, 5));
        await bench.ReceiveAsync("A", 3, "RTM-1", "L", new LocalDate(2026, 3, 5));
        await bench.ReceiveAsync("A", 5, "AMS-1", "M", new LocalDate(2026, 9, 1));
        bench.Clock.Advance(Duration.FromDays(10));
        await bench.Ledger.RefreshAsync();
        await bench.Ledger.RefreshAsync();
        Movement[] booked = [.. (await bench.Ledger.MovementsAsync().ToListAsync()).Where(m => m.Reason == "expired")];
        Assert.Equal([("AMS-1", 4L), ("RTM-1", 3L)], booked.SelectMany(m => m.Lines).Select(l => (l.From.Location, l.Quantity)).Order());
        Assert.All(booked.SelectMany(m => m.Lines), l => Assert.Equal((StockCondition.Sellable, StockCondition.Expired), (l.From.Condition, l.To.Condition)));
        Assert.Equal((5L, 7L), (bench.Ledger.Balance("A").Sellable, bench.Ledger.Balance("A").Expired));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task A_recall_finds_who_got_the_lot_and_what_is_still_here()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10, "AMS-1", "BAD", new LocalDate(2026, 5, 1));
        await bench.ReceiveAsync("A", 10, "AMS-1", "GOOD", new LocalDate(2026, 6, 1));
        foreach ((string order, long units) in new[] { ("ann", 4L), ("bob", 5L), ("cleo", 6L) })
        {
            await bench.Ledger.ReserveAsync(new(order, [new("A", units)]) { Firm = true });
            await bench.Ledger.ShipAsync(new Shipment($"parcel-{order}", order, []));
        }

        // Ten of BAD went 4 to ann, 5 to bob and 1 to cleo, who also got 5 of GOOD. Ann sends 2 back.
        await bench.Ledger.ReturnAsync(new CustomerReturn("RMA-1", "AMS-1", [new("A", 2) { Lot = "BAD" }]));
        LotRecall recall = await LotRecall.TraceAsync(bench.Ledger, "A", "BAD");
        Assert.Equal([("ann", 4L), ("bob", 5L), ("cleo", 1L)], recall.Shipped.Select(m => (m.ClaimId!, m.Lines.Where(l => l.From.Lot == "BAD").Sum(l => l.Quantity))));
        Assert.Equal(10, Assert.Single(recall.Received).Lines[0].Quantity);
        KeyValuePair<StockAccount, long> here = Assert.Single(recall.OnHand);
        Assert.Equal((StockCondition.Quarantine, 2L), (here.Key.Condition, here.Value));
        Assert.Empty((await LotRecall.TraceAsync(bench.Ledger, "A", "NEVER")).Shipped);
    }

    private static async Task<IReadOnlyList<(string Location, string Lot, long Quantity)>> PickAsync(StockBench bench, long units, LotPicking picking)
    {
        string order = bench.Ledger.Claim("o") is null ? "o" : $"o{bench.Ledger.Sequence}";
        Assert.IsType<Reserved>(await bench.Ledger.ReserveAsync(new(order, [new("A", units)]) { Firm = true }));
        ClaimChanged allocated = Assert.IsType<ClaimChanged>(await bench.Ledger.ChangeAsync(new AllocateClaim(order) { Picking = picking }));
        await bench.Ledger.ReleaseAsync(order);
        return [.. allocated.Claim.Picks.Select(p => (p.Location, p.Lot!, p.Quantity))];
    }
}
