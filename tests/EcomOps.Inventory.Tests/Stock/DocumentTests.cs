using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Costing;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Lots;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class DocumentTests
{
    [Fact]
    public async Task Every_finding_of_a_bad_document_is_named_and_nothing_is_booked()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        Assert.Equal(["unknown_location", "quantity_not_positive", "quantity_overflow", "lot_missing"], Refused(await bench.Ledger.ReceiveAsync(new Receipt("R", "NOWHERE",
            [new("A", 0), new("A", long.MaxValue), new("A", 1) { Expires = new LocalDate(2027, 1, 1) }]))));
        Assert.Equal(["not_enough_on_hand"], Refused(await bench.Ledger.AdjustAsync(new Adjustment("J", "AMS-1", [new("A", -6)]))));
        Assert.Equal(["unknown_sku"], Refused(await bench.Ledger.ShipAsync(new Shipment("S", null, [new("NO", 1)]))));
        Assert.Equal(["not_available"], Refused(await bench.Ledger.ShipAsync(new Shipment("S", null, [new("A", 6)]))));
        Assert.Equal(["effective_in_future"], Refused(await bench.Ledger.AdjustAsync(new Adjustment("F", "AMS-1", [new("A", 1)]) { EffectiveAt = StockBench.Start + Duration.FromDays(1) })));
        Assert.Equal(["reference_invalid"], Refused(await bench.Ledger.AdjustAsync(new Adjustment(" ", "AMS-1", [new("A", 1)]))));
        Assert.Equal(["quantity_overflow"], Refused(await bench.Ledger.ReceiveAsync(new Receipt("big", "AMS-1", [new("A", StockLedger.MaximumQuantity)]))));
        Assert.Equal(5, bench.Ledger.Balance("A").OnHand);
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task A_document_has_one_effect_however_often_it_is_posted()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        var receipt = new Receipt("PO-1", "AMS-1", [new("A", 5)]);
        Posted first = Assert.IsType<Posted>(await bench.Ledger.ReceiveAsync(receipt));
        Assert.Equal(first.Sequence, Assert.IsType<Posted>(await bench.Ledger.ReceiveAsync(receipt)).Sequence);
        Assert.IsType<IdempotencyConflict>(Assert.IsType<PostingRefused>(await bench.Ledger.ReceiveAsync(new Receipt("PO-1", "AMS-1", [new("A", 6)]))).Refusal);
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A"));
    }

    [Fact]
    public async Task A_transfer_is_in_transit_until_it_arrives_and_promised_units_stay()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.Ledger.ReserveAsync(new("o", [new("A", 2)]) { Firm = true });
        Assert.Equal(["promised_elsewhere"], Refused(await bench.Ledger.PostAsync(new TransferDispatch("T0", "AMS-1", "RTM-1", [new("A", 4)]))));
        Assert.IsType<Posted>(await bench.Ledger.PostAsync(new TransferDispatch("T", "AMS-1", "RTM-1", [new("A", 3)])));
        StockBalance underway = bench.Ledger.Balance("A");
        Assert.Equal((2L, 3L, 0L), (underway.OnHand, underway.InTransit, underway.Available));
        Assert.Equal(["not_enough_on_hand"], Refused(await bench.Ledger.PostAsync(new TransferArrival("TA", "T", "RTM-1", [new("A", 4)]))));
        Assert.IsType<Posted>(await bench.Ledger.PostAsync(new TransferArrival("TB", "T", "RTM-1", [new("A", 2), new("A", 1) { Condition = StockCondition.Damaged }])));
        StockBalance there = bench.Ledger.Balance("A", "RTM-1");
        Assert.Equal((2L, 1L, 0L), (there.Sellable, there.Damaged, bench.Ledger.Balance("A").InTransit));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task Returns_wait_in_quarantine_and_only_sellable_units_raise_availability()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 3);
        await bench.Ledger.ShipAsync(new Shipment("S", null, [new("A", 3)]));
        await bench.Ledger.ReturnAsync(new CustomerReturn("RMA", "AMS-1", [new("A", 2)]));
        Assert.Equal((0L, 2L), (bench.Ledger.AvailableToPromise("A"), bench.Ledger.Balance("A").Quarantine));
        await bench.Ledger.PostAsync(new ConditionChange("G", "AMS-1", StockCondition.Sellable, [new("A", 1) { Condition = StockCondition.Quarantine }]));
        await bench.Ledger.PostAsync(new Scrapping("X", "AMS-1", [new("A", 1) { Condition = StockCondition.Quarantine }]));
        Assert.Equal((1L, 1L), (bench.Ledger.AvailableToPromise("A"), bench.Ledger.Balance("A").OnHand));
    }

    [Fact]
    public async Task A_loss_below_the_commitments_is_booked_and_names_the_youngest_claims()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.Ledger.ReserveAsync(new("old", [new("A", 2)]) { Firm = true });
        bench.Clock.Advance(Duration.FromMinutes(1));
        await bench.Ledger.ReserveAsync(new("young", [new("A", 3)]) { Firm = true });
        Posted lost = Assert.IsType<Posted>(await bench.Ledger.AdjustAsync(new Adjustment("J", "AMS-1", [new("A", -2)]) { Reason = "shrinkage" }));
        Issue warning = Assert.Single(lost.Warnings);
        Assert.Equal("shortage", warning.Code);
        Assert.Contains("young, old", warning.Message, StringComparison.Ordinal);
        Assert.Equal((-2L, 0L), (bench.Ledger.Balance("A").Available, bench.Ledger.AvailableToPromise("A")));
    }

    [Fact]
    public async Task A_reversal_takes_a_movement_back_once()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        Posted receipt = Assert.IsType<Posted>(await bench.Ledger.ReceiveAsync(new Receipt("PO", "AMS-1", [new("A", 5)])));
        Assert.IsType<Posted>(await bench.Ledger.PostAsync(new Reversal("REV", receipt.Sequence)));
        Assert.Equal(0, bench.Ledger.Balance("A").OnHand);
        Assert.Equal(["already_reversed"], Refused(await bench.Ledger.PostAsync(new Reversal("REV2", receipt.Sequence))));
        Assert.Equal(["unknown_movement"], Refused(await bench.Ledger.PostAsync(new Reversal("REV3", 9999))));
    }

    [Fact]
    public async Task The_lot_that_expires_first_leaves_first_and_short_lived_lots_stay()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 2, lot: "L-MAY", expires: new LocalDate(2026, 5, 1));
        await bench.ReceiveAsync("A", 2, lot: "L-APR", expires: new LocalDate(2026, 4, 1));
        await bench.ReceiveAsync("A", 2, lot: "L-MAR", expires: new LocalDate(2026, 3, 5));
        await bench.Ledger.ReserveAsync(new("o", [new("A", 3)]) { Firm = true });
        Posted shipped = Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("S", "o", []) { MinimumRemainingDays = 14 }));
        Assert.Equal([("L-APR", 2L), ("L-MAY", 1L)], shipped.Movement.Lines.Select(l => (l.From.Lot!, l.Quantity)));
        Assert.Equal(["not_enough_to_pick"], Refused(await bench.Ledger.ShipAsync(new Shipment("S2", null, [new("A", 3)]) { MinimumRemainingDays = 14 })));
    }

    [Fact]
    public async Task Lots_leave_what_can_be_sold_at_midnight_of_their_place_swept_or_not()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 2, lot: "L", expires: new LocalDate(2026, 3, 5));
        bench.Clock.Reset(Instant.FromUtc(2026, 3, 5, 22, 59, 59));
        Assert.Equal(2, bench.Ledger.AvailableToPromise("A"));
        bench.Clock.Reset(Instant.FromUtc(2026, 3, 5, 23, 0));
        Assert.Equal(0, bench.Ledger.AvailableToPromise("A"));
        Assert.Equal((0L, 2L), (bench.Ledger.Balance("A").Sellable, bench.Ledger.Balance("A").Expired));
        await bench.Ledger.RefreshAsync();
        Assert.Equal((0L, 2L), (bench.Ledger.Balance("A").Sellable, bench.Ledger.Balance("A").Expired));
        await bench.MustBeSoundAsync();
    }

    [Theory]
    [InlineData(LotPicking.FirstReceived, "L1")]
    [InlineData(LotPicking.LastReceived, "L3")]
    [InlineData(LotPicking.FirstExpired, "L2")]
    [InlineData(LotPicking.FewestPackages, "L3")]
    public async Task Each_strategy_takes_its_lot(LotPicking picking, string expected)
    {
        await using StockBench bench = await StockBench.OpenAsync();
        for (int i = 1; i <= 3; i++)
        {
            await bench.Ledger.ReceiveAsync(new Receipt($"R{i}", "AMS-1", [new("A", 12) { Lot = $"L{i}", Expires = new LocalDate(2026, i == 2 ? 4 : 6, 1), PackageSize = i == 3 ? 6 : 1 }]));
            bench.Clock.Advance(Duration.FromHours(1));
        }

        await bench.Ledger.ReserveAsync(new("o", [new("A", 6)]) { Firm = true });
        ClaimChanged allocated = Assert.IsType<ClaimChanged>(await bench.Ledger.ChangeAsync(new AllocateClaim("o") { Picking = picking }));
        Assert.Equal([new LotPick("A", "AMS-1", expected, 6)], allocated.Claim.Picks);
        Assert.Equal(6, bench.Ledger.Balance("A").Allocated);
        Posted shipped = Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("S", "o", [])));
        Assert.Equal(expected, shipped.Movement.Lines[0].From.Lot);
    }

    [Fact]
    public async Task A_serial_is_in_one_place_at_a_time()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("CAM", 1, lot: "SN-0");
        await bench.Ledger.DefineAsync(new StockItem("CAM") { Serialised = true });
        Assert.Equal(["serial_present"], Refused(await bench.Ledger.ReceiveAsync(new Receipt("R1", "RTM-1", [new("CAM", 1) { Lot = "SN-0" }]))));
        Assert.Equal(["serial_missing"], Refused(await bench.Ledger.ReceiveAsync(new Receipt("R2", "RTM-1", [new("CAM", 2) { Lot = "SN-1" }]))));
        Assert.Equal(["serial_present"], Refused(await bench.Ledger.ReceiveAsync(new Receipt("R3", "RTM-1", [new("CAM", 1) { Lot = "SN-2" }, new("CAM", 1) { Lot = "SN-2" }]))));
        await bench.Ledger.ShipAsync(new Shipment("S", null, [new("CAM", 1)]));
        Assert.IsType<Posted>(await bench.Ledger.ReturnAsync(new CustomerReturn("RMA", "AMS-1", [new("CAM", 1) { Lot = "SN-0" }])));
        Assert.Equal(["serial_present"], Refused(await bench.Ledger.ReturnAsync(new CustomerReturn("RMA2", "AMS-1", [new("CAM", 1) { Lot = "SN-0" }]))));
    }

    [Fact]
    public async Task Kits_are_assembled_from_free_components_and_taken_apart()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 4);
        await bench.ReceiveAsync("B", 9);
        await bench.Ledger.DefineAsync(new StockItem("KIT") { Components = [new("A", 1), new("B", 2)] });
        Assert.IsType<Posted>(await bench.Ledger.PostAsync(new Assembly("W1", "AMS-1", "KIT", 3)));
        Assert.Equal((1L, 3L, 3L), (bench.Ledger.AvailableToPromise("A"), bench.Ledger.AvailableToPromise("B"), bench.Ledger.Balance("KIT").OnHand));
        Assert.Equal(["not_enough_on_hand"], Refused(await bench.Ledger.PostAsync(new Assembly("W2", "AMS-1", "KIT", 2))).Distinct());
        Assert.IsType<Posted>(await bench.Ledger.PostAsync(new Assembly("W3", "AMS-1", "KIT", -3)));
        Assert.Equal((4L, 9L, 0L), (bench.Ledger.AvailableToPromise("A"), bench.Ledger.AvailableToPromise("B"), bench.Ledger.Balance("KIT").OnHand));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task Back_dated_entries_give_the_same_past_as_sorted_ones()
    {
        var random = new Random(4);
        (int Day, long Change)[] changes = [.. Enumerable.Range(0, 400).Select(i => (random.Next(0, 60), (long)random.Next(1, 9)))];
        await using StockBench bench = await StockBench.OpenAsync();
        for (int i = 0; i < changes.Length; i++)
        {
            await bench.Ledger.ReceiveAsync(new Receipt($"R{i}", "AMS-1", [new("A", changes[i].Change)]) { EffectiveAt = StockBench.Start - Duration.FromDays(changes[i].Day) });
        }

        var history = new StockHistory();
        await history.CatchUpAsync(bench.Ledger);
        for (int day = 0; day < 60; day++)
        {
            Assert.Equal(changes.Where(c => c.Day >= day).Sum(c => c.Change), history.OnHandAt("A", StockBench.Start - Duration.FromDays(day)));
        }

        await bench.Ledger.AdjustAsync(new Adjustment("J", "AMS-1", [new("A", -100)]) { EffectiveAt = StockBench.Start - Duration.FromDays(70) });
        Movement backdated = (await bench.Ledger.MovementAsync(bench.Ledger.Sequence))!;
        Assert.Equal("negative_in_the_past", history.Add(backdated).Single().Code);
    }

    [Fact]
    public async Task Cost_layers_first_in_first_out_and_moving_average()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.Ledger.ReceiveAsync(new Receipt("R1", "AMS-1", [new("A", 10) { UnitCost = Money.Eur(2m) }]));
        await bench.Ledger.ReceiveAsync(new Receipt("R2", "AMS-1", [new("A", 10) { UnitCost = Money.Eur(4m) }]));
        await bench.Ledger.ShipAsync(new Shipment("S", null, [new("A", 15)]));
        await bench.Ledger.ReturnAsync(new CustomerReturn("T", "AMS-1", [new("A", 1)]));
        var fifo = new CostLedger(CostMethod.FirstInFirstOut);
        await fifo.CatchUpAsync(bench.Ledger);
        Assert.Equal(Money.Eur(40m), fifo.CostsOf("A")[0].Cost);
        Assert.Equal(Money.Eur(20m + (40m / 15m)), fifo.ValueOf("A").Value);
        var average = new CostLedger(CostMethod.MovingAverage);
        await average.CatchUpAsync(bench.Ledger);
        Assert.Equal(Money.Eur(45m), average.CostsOf("A")[0].Cost);
        Assert.Equal((Money.Eur(18m), 6L), (average.ValueOf("A").Value!.Value, average.ValueOf("A").Quantity));
    }

    [Fact]
    public async Task Promises_by_date_look_forward()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 4);
        await bench.Ledger.ReserveAsync(new("o", [new("A", 4)]) { Firm = true });
        Instant day3 = StockBench.Start + Duration.FromDays(3);
        await bench.Ledger.ExpectAsync(new("PO-2", "A", "AMS-1", 6, day3));
        Assert.Equal(0, bench.Ledger.AvailableToPromise("A", day3 - Duration.FromTicks(1)));
        Assert.Equal(6, bench.Ledger.AvailableToPromise("A", day3));
        Assert.Equal(6, bench.Ledger.Balance("A").Incoming);
        await bench.Ledger.ReceiveAsync(new Receipt("GR", "AMS-1", [new("A", 4)]) { Against = "PO-2" });
        Assert.Equal((2L, 4L), (bench.Ledger.Balance("A").Incoming, bench.Ledger.AvailableToPromise("A")));
        Assert.Equal("unknown_location", (await bench.Ledger.ExpectAsync(new("PO-3", "A", "NOWHERE", 6, day3))).Issues[0].Code);
    }

    [Fact]
    public async Task Channels_show_their_share_and_keep_their_quotas()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 100);
        await bench.Ledger.DefineAsync(new SalesChannel("web") { Buffer = 3 });
        await bench.Ledger.DefineAsync(new SalesChannel("market") { Share = 0.335m, Cap = 30 });
        await bench.Ledger.DefineAsync(new SalesChannel("b2b"));
        await bench.Ledger.DefineAsync(new SalesChannel("off") { IsClosed = true });
        Assert.Equal((97L, 30L, 0L), (bench.Ledger.AvailableToPromise("A", "web"), bench.Ledger.AvailableToPromise("A", "market"), bench.Ledger.AvailableToPromise("A", "off")));
        await bench.Ledger.DefineAsync(new ChannelItem("b2b", "A") { Quota = 40 });
        Assert.Equal((57L, 20L, 40L), (bench.Ledger.AvailableToPromise("A", "web"), bench.Ledger.AvailableToPromise("A", "market"), bench.Ledger.AvailableToPromise("A", "b2b")));
        Assert.IsType<Insufficient>(await bench.Ledger.ReserveAsync(new("w", [new("A", 61)]) { Channel = "web" }));
        Assert.IsType<Reserved>(await bench.Ledger.ReserveAsync(new("b", [new("A", 10)]) { Channel = "b2b" }));
        Assert.Equal((57L, 30L), (bench.Ledger.AvailableToPromise("A", "web"), bench.Ledger.AvailableToPromise("A", "b2b")));
        Assert.Throws<ArgumentException>(() => bench.Ledger.AvailableToPromise("A", "nobody"));
    }

    [Theory]
    [InlineData(6, 10, 0.001, 5)]
    [InlineData(0, 10, 0.001, 0)]
    [InlineData(60, 60, 0.01, 79)]
    public void The_computed_buffer_keeps_overselling_under_its_bound(double perHour, int minutes, double probability, long expected) =>
        Assert.Equal(expected, OversellBuffer.For(perHour, Duration.FromMinutes(minutes), probability));

    private static string[] Refused(PostingOutcome outcome) => StockBench.Codes(Assert.IsType<PostingRefused>(outcome).Refusal);
}
