using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

/// <summary>On 2 March: lot SOON lasts 19 days (21 March), lot LATE 30 days (1 April). The marketplace wants 30 days, the shop none.</summary>
public sealed class RemainingLifeTests
{
    [Fact]
    public async Task A_channel_shows_and_claims_only_units_that_last_long_enough()
    {
        await using StockBench bench = await OpenAsync();
        Assert.Equal((5L, 15L, 15L), (bench.Ledger.AvailableToPromise("A", "market"), bench.Ledger.AvailableToPromise("A", "shop"), bench.Ledger.AvailableToPromise("A")));
        Insufficient outcome = Assert.IsType<Insufficient>(await ReserveAsync(bench, "m1", 6, "market"));
        Assert.Equal(5, outcome.Shortfalls[0].Available);
        Assert.IsType<Reserved>(await ReserveAsync(bench, "m2", 3, "market"));

        // The shop takes the short-lived units first: 8 of its 10 leave the marketplace its 2.
        Assert.IsType<Reserved>(await ReserveAsync(bench, "s1", 8, "shop"));
        Assert.Equal(2, bench.Ledger.AvailableToPromise("A", "market"));
        Assert.IsType<Reserved>(await ReserveAsync(bench, "s2", 3, "shop"));
        Assert.Equal((1L, 1L), (bench.Ledger.AvailableToPromise("A", "market"), bench.Ledger.AvailableToPromise("A", "shop")));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task Expired_holds_count_no_more_before_they_are_booked()
    {
        await using StockBench bench = await OpenAsync();
        await ReserveAsync(bench, "m1", 5, "market");
        Assert.Equal(0, bench.Ledger.AvailableToPromise("A", "market"));
        bench.Clock.Advance(Duration.FromMinutes(15));
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A", "market"));
        await bench.Ledger.RefreshAsync();
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A", "market"));
    }

    [Fact]
    public async Task At_midnight_a_lot_no_longer_lasts_long_enough()
    {
        await using StockBench bench = await OpenAsync();
        bench.Clock.Reset(Instant.FromUtc(2026, 3, 2, 22, 59));
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A", "market"));
        bench.Clock.Reset(Instant.FromUtc(2026, 3, 2, 23, 0));
        Assert.Equal(0, bench.Ledger.AvailableToPromise("A", "market"));
        Assert.IsType<Insufficient>(await ReserveAsync(bench, "m1", 1, "market"));
    }

    [Fact]
    public async Task Allocation_and_shipment_pick_lots_that_last()
    {
        await using StockBench bench = await OpenAsync();
        await ReserveAsync(bench, "m1", 2, "market", firm: true);
        await ReserveAsync(bench, "m2", 2, "market", firm: true);
        ClaimChanged allocated = Assert.IsType<ClaimChanged>(await bench.Ledger.ChangeAsync(new AllocateClaim("m1")));
        Assert.Equal("LATE", Assert.Single(allocated.Claim.Picks).Lot);
        Posted shipped = Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("p2", "m2", [])));
        Assert.Equal("LATE", Assert.Single(shipped.Movement.Lines).From.Lot);

        // A day later what was bound lasts 29 days only: nothing else is there, so the parcel is not shipped.
        bench.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(["not_enough_to_pick"], StockBench.Codes(Assert.IsType<PostingRefused>(await bench.Ledger.ShipAsync(new Shipment("p1", "m1", []))).Refusal));
        await bench.ReceiveAsync("A", 2, lot: "NEW", expires: new LocalDate(2026, 9, 1));
        Assert.Equal("NEW", Assert.Single(Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("p1", "m1", []))).Movement.Lines).From.Lot);
        await bench.MustBeSoundAsync();
    }

    [Theory]
    [InlineData(LotPicking.LastReceived)]
    [InlineData(LotPicking.FewestPackages)]
    public async Task Picking_for_one_channel_leaves_what_another_was_promised(LotPicking picking)
    {
        // Last received and largest packages both lead to LATE, which is promised to the marketplace but for 1 unit.
        await using StockBench bench = await OpenAsync();
        await bench.Ledger.DefineAsync(new StockItem("A") { Picking = picking });
        await ReserveAsync(bench, "m1", 4, "market", firm: true);
        await ReserveAsync(bench, "s1", 5, "shop", firm: true);
        Posted shipped = Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("p1", "s1", [])));
        Assert.Equal(picking == LotPicking.FewestPackages ? 5L : 4L, shipped.Movement.Lines.Where(l => l.From.Lot == "SOON").Sum(l => l.Quantity));
        Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("p2", "m1", [])));
    }

    [Fact]
    public async Task A_transfer_and_a_sale_without_claim_leave_it_too()
    {
        await using StockBench bench = await OpenAsync();
        await ReserveAsync(bench, "m1", 4, "market", firm: true);
        PostingOutcome sent = await bench.Ledger.PostAsync(new TransferDispatch("T1", "AMS-1", "SHOP", [new("A", 2) { Lot = "LATE" }]));
        Assert.Equal(["promised_elsewhere"], StockBench.Codes(Assert.IsType<PostingRefused>(sent).Refusal));
        Assert.IsType<Posted>(await bench.Ledger.PostAsync(new TransferDispatch("T2", "AMS-1", "SHOP", [new("A", 1) { Lot = "LATE" }])));
        Assert.IsType<PostingRefused>(await bench.Ledger.ShipAsync(new Shipment("p1", null, [new("A", 1) { Lot = "LATE" }])));
        Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("p2", null, [new("A", 1)])));
        Assert.Equal(0, bench.Ledger.AvailableToPromise("A", "market"));
    }

    [Fact]
    public async Task The_items_own_minimum_counts_for_every_claim()
    {
        await using StockBench bench = await OpenAsync();
        await bench.Ledger.DefineAsync(new StockItem("A") { MinimumRemainingDays = 20 });
        Assert.Equal((5L, 5L), (bench.Ledger.AvailableToPromise("A"), bench.Ledger.AvailableToPromise("A", "shop")));
        Assert.IsType<Insufficient>(await ReserveAsync(bench, "s1", 6, "shop"));
        Assert.IsType<Reserved>(await ReserveAsync(bench, "s2", 5, "shop"));
    }

    [Fact]
    public async Task A_channel_that_begins_to_ask_counts_the_claims_it_has_already()
    {
        await using StockBench bench = await OpenAsync();
        await ReserveAsync(bench, "s1", 4, "shop", firm: true);
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A", "market"));
        await bench.Ledger.DefineAsync(new SalesChannel("shop") { MinimumRemainingDays = 25 });
        Assert.Equal((1L, 1L), (bench.Ledger.AvailableToPromise("A", "market"), bench.Ledger.AvailableToPromise("A", "shop")));
        await bench.Ledger.SnapshotAsync();
        await bench.ReopenAsync();
        Assert.Equal((1L, 1L, 11L), (bench.Ledger.AvailableToPromise("A", "market"), bench.Ledger.AvailableToPromise("A", "shop"), bench.Ledger.AvailableToPromise("A")));
        await bench.Ledger.DefineAsync(new SalesChannel("shop"));
        Assert.Equal((5L, 11L), (bench.Ledger.AvailableToPromise("A", "market"), bench.Ledger.AvailableToPromise("A", "shop")));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task Two_lines_of_a_transfer_cannot_take_what_is_promised()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("B", 12);
        await bench.ReserveAsync("o1", "B", 4);
        PostingOutcome sent = await bench.Ledger.PostAsync(new TransferDispatch("T1", "AMS-1", "SHOP", [new("B", 6), new("B", 6)]));
        Assert.Equal(["promised_elsewhere"], StockBench.Codes(Assert.IsType<PostingRefused>(sent).Refusal));
        Assert.Equal(8, bench.Ledger.AvailableToPromise("B"));
    }

    private static async Task<StockBench> OpenAsync()
    {
        StockBench bench = await StockBench.OpenAsync();
        await bench.Ledger.DefineAsync(new SalesChannel("market") { MinimumRemainingDays = 30 });
        await bench.Ledger.DefineAsync(new SalesChannel("shop"));
        await bench.ReceiveAsync("A", 10, lot: "SOON", expires: new LocalDate(2026, 3, 21));
        bench.Clock.Advance(Duration.FromMinutes(1));
        Assert.IsType<Posted>(await bench.Ledger.ReceiveAsync(new Receipt("LATE", "AMS-1", [new("A", 5) { Lot = "LATE", Expires = new LocalDate(2026, 4, 1), PackageSize = 5 }])));
        return bench;
    }

    private static Task<ReserveOutcome> ReserveAsync(StockBench bench, string id, long units, string channel, bool firm = false) =>
        bench.Ledger.ReserveAsync(new(id, [new("A", units)]) { Channel = channel, Firm = firm });
}
