using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Supply;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class ChannelLimitTests
{
    [Fact]
    public async Task Backorders_stop_at_the_channels_limit_and_at_the_items()
    {
        // 4 there, the item may go 10 beyond, the marketplace 3, the shop as far as the item.
        await using StockBench bench = await OpenAsync(new StockItem("A") { BackorderLimit = 10 }, new SalesChannel("market") { BackorderLimit = 3 });
        await bench.ReceiveAsync("A", 4);
        Assert.Equal((3L, 10L, 10L), (bench.Ledger.AvailableToBackorder("A", "market"), bench.Ledger.AvailableToBackorder("A", "shop"), bench.Ledger.AvailableToBackorder("A")));
        Insufficient short8 = Assert.IsType<Insufficient>(await ReserveAsync(bench, "m1", 8, "market"));
        Assert.Equal((8L, 7L), (short8.Shortfalls[0].Wanted, short8.Shortfalls[0].Available));
        Assert.Equal(2, Assert.IsType<Reserved>(await ReserveAsync(bench, "m2", 6, "market")).Claim.Lines[0].Backordered);
        Assert.IsType<Insufficient>(await ReserveAsync(bench, "m3", 2, "market"));
        Assert.IsType<Reserved>(await ReserveAsync(bench, "m4", 1, "market"));

        // 3 of the item's 10 are used, so the shop has 7.
        Assert.Equal((0L, 7L), (bench.Ledger.AvailableToBackorder("A", "market"), bench.Ledger.AvailableToBackorder("A", "shop")));
        Assert.IsType<Insufficient>(await ReserveAsync(bench, "s1", 8, "shop"));
        Assert.IsType<Reserved>(await ReserveAsync(bench, "s2", 7, "shop"));
        await bench.Ledger.ReleaseAsync("m4");
        Assert.Equal((1L, 1L), (bench.Ledger.AvailableToBackorder("A", "market"), bench.Ledger.AvailableToBackorder("A", "shop")));
        await bench.Ledger.SnapshotAsync();
        await bench.ReopenAsync();
        Assert.Equal((1L, 1L), (bench.Ledger.AvailableToBackorder("A", "market"), bench.Ledger.AvailableToBackorder("A", "shop")));
        bench.Clock.Advance(Duration.FromMinutes(15));
        Assert.Equal((3L, 10L), (bench.Ledger.AvailableToBackorder("A", "market"), bench.Ledger.AvailableToBackorder("A", "shop")));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task Two_lines_of_one_basket_share_the_channels_limit()
    {
        await using StockBench bench = await OpenAsync(new StockItem("A") { BackorderLimit = 10 }, new SalesChannel("market") { BackorderLimit = 3 });
        await bench.ReceiveAsync("A", 2);
        Insufficient outcome = Assert.IsType<Insufficient>(await bench.Ledger.ReserveAsync(new("b", [new("A", 4), new("A", 2) { Pool = "AMS-1" }]) { Channel = "market" }));
        Assert.Single(outcome.Shortfalls);
        Assert.IsType<Reserved>(await bench.Ledger.ReserveAsync(new("c", [new("A", 3), new("A", 2) { Pool = "AMS-1" }]) { Channel = "market" }));
    }

    [Fact]
    public async Task Before_the_first_receipt_the_preorder_limits_count_and_then_the_backorder_limits()
    {
        await using StockBench bench = await OpenAsync(new StockItem("A") { PreorderLimit = 50 }, new SalesChannel("market") { PreorderLimit = 20 });
        await bench.Ledger.DefineAsync(new ChannelItem("shop", "A") { PreorderLimit = 5 });
        Assert.Equal((20L, 5L, 50L), (bench.Ledger.AvailableToBackorder("A", "market"), bench.Ledger.AvailableToBackorder("A", "shop"), bench.Ledger.AvailableToBackorder("A")));
        Assert.IsType<Insufficient>(await ReserveAsync(bench, "s1", 6, "shop"));
        Reserved preorder = Assert.IsType<Reserved>(await ReserveAsync(bench, "s2", 5, "shop"));
        Assert.Equal(5, preorder.Claim.Lines[0].Backordered);
        await bench.ReceiveAsync("A", 8);
        Assert.Equal((3L, 0L), (bench.Ledger.AvailableToPromise("A"), bench.Ledger.AvailableToBackorder("A", "market")));
        Assert.IsType<Insufficient>(await ReserveAsync(bench, "m1", 4, "market"));
        Assert.IsType<Reserved>(await ReserveAsync(bench, "m2", 3, "market"));
    }

    [Fact]
    public async Task A_kit_can_be_backordered_as_far_as_its_components()
    {
        // 7 caps of 2 a kit, 3 beyond: 10 / 2 = 5 kits, 3 of them from stock; mugs 3 + 9 = 12.
        await using StockBench bench = await OpenAsync(new StockItem("CAP") { BackorderLimit = 3 }, new SalesChannel("market"));
        await bench.Ledger.DefineAsync(new StockItem("MUG") { BackorderLimit = 9 });
        await bench.Ledger.DefineAsync(new StockItem("KIT") { Components = [new("CAP", 2), new("MUG", 1)] });
        await bench.ReceiveAsync("CAP", 7);
        await bench.ReceiveAsync("MUG", 3);
        Assert.Equal((3L, 2L), (bench.Ledger.AvailableToPromise("KIT"), bench.Ledger.AvailableToBackorder("KIT")));
        Assert.IsType<Insufficient>(await bench.Ledger.ReserveAsync(new("k6", [new("KIT", 6)])));
        Assert.IsType<Reserved>(await bench.Ledger.ReserveAsync(new("k5", [new("KIT", 5)])));
    }

    [Fact]
    public async Task A_kit_by_date_follows_the_supply_of_its_components()
    {
        // Caps (2 a kit): 5 now, 20 on day 4. Mugs: 6 now, 3 on day 2. Kits: floor(5/2)=2, still 2 on day 2 (mugs 9), min(floor(25/2), 9)=9 on day 4.
        await using StockBench bench = await OpenAsync(new StockItem("CAP"), new SalesChannel("market"));
        await bench.Ledger.DefineAsync(new StockItem("MUG"));
        await bench.Ledger.DefineAsync(new StockItem("KIT") { Components = [new("CAP", 2), new("MUG", 1)] });
        await bench.ReceiveAsync("CAP", 5);
        await bench.ReceiveAsync("MUG", 6);
        Instant now = bench.Clock.GetCurrentInstant();
        await bench.Ledger.ExpectAsync(new ExpectedSupply("PO-C", "CAP", "AMS-1", 20, now + Duration.FromDays(4)));
        await bench.Ledger.ExpectAsync(new ExpectedSupply("PO-M", "MUG", "AMS-1", 3, now + Duration.FromDays(2)));
        await bench.Ledger.ExpectAsync(new ExpectedSupply("PO-X", "MUG", "AMS-1", 50, now + Duration.FromDays(3)) { Confidence = SupplyConfidence.Planned });
        Assert.Equal([2L, 2L, 2L, 9L], new[] { 0, 2, 3, 4 }.Select(day => bench.Ledger.AvailableToPromise("KIT", now + Duration.FromDays(day))));
        Assert.Equal(12, bench.Ledger.AvailableToPromise("KIT", now + Duration.FromDays(4), confidence: SupplyConfidence.Planned));
        Assert.Equal(0, bench.Ledger.AvailableToPromise("KIT", now, "RTM-1"));
    }

    private static async Task<StockBench> OpenAsync(StockItem item, SalesChannel market)
    {
        StockBench bench = await StockBench.OpenAsync();
        Assert.True((await bench.Ledger.DefineAsync(item)).IsTaken);
        Assert.True((await bench.Ledger.DefineAsync(market)).IsTaken);
        Assert.True((await bench.Ledger.DefineAsync(new SalesChannel("shop"))).IsTaken);
        return bench;
    }

    private static Task<ReserveOutcome> ReserveAsync(StockBench bench, string id, long units, string channel) =>
        bench.Ledger.ReserveAsync(new(id, [new("A", units)]) { Channel = channel });
}
