using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class ReservationTests
{
    [Fact]
    public async Task A_hold_takes_from_what_is_available_until_it_is_shipped()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("TEE", 10);
        Reserved reserved = Assert.IsType<Reserved>(await bench.ReserveAsync("order-1", "TEE", 3));
        Assert.Equal(7, bench.Ledger.AvailableToPromise("TEE"));
        Assert.Equal(StockBench.Start + Duration.FromMinutes(15), reserved.ExpiresAt);

        ClaimChanged committed = Assert.IsType<ClaimChanged>(await bench.Ledger.CommitAsync(reserved.Id));
        Assert.Equal(ClaimStatus.Committed, committed.Claim.Status);
        Assert.Equal(new StockBalance("TEE", "*", 10, 0, 3, 7), bench.Ledger.Balance("TEE"));

        Posted shipped = Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("ship-1", "order-1", [])));
        Assert.Equal([new MovementLine("TEE", new("AMS-1"), new(VirtualLocation.Customer), 3)], shipped.Movement.Lines);
        Assert.Equal(new StockBalance("TEE", "*", 7, 0, 0, 7), bench.Ledger.Balance("TEE"));
        Assert.Equal(ClaimStatus.Shipped, bench.Ledger.Claim("order-1")!.Status);
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task The_basket_is_all_or_nothing_and_names_every_short_item()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.ReceiveAsync("B", 1);
        await bench.ReceiveAsync("C", 1);
        Insufficient refused = Assert.IsType<Insufficient>(await bench.Ledger.ReserveAsync(new("o", [new("A", 2), new("B", 2), new("C", 3)])));
        Assert.Equal([new Shortfall("B", "*", 2, 1), new Shortfall("C", "*", 3, 1)], refused.Shortfalls);
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A"));
    }

    [Fact]
    public async Task Partial_mode_holds_what_there_is_and_says_what_it_left_out()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.ReceiveAsync("B", 1);
        Reserved held = Assert.IsType<Reserved>(await bench.Ledger.ReserveAsync(new("o", [new("A", 2), new("B", 4)]) { Mode = ReservationMode.Partial }));
        Assert.Equal([("A", 2L), ("B", 1L)], held.Claim.Lines.Select(l => (l.Sku.Value, l.Quantity)));
        Assert.Equal([new Shortfall("B", "*", 4, 1)], held.Shortfalls);
        Assert.IsType<Insufficient>(await bench.Ledger.ReserveAsync(new("p", [new("B", 1)]) { Mode = ReservationMode.Partial }));
    }

    [Fact]
    public async Task Lines_of_one_item_are_summed_also_through_a_kit()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 1);
        await bench.ReceiveAsync("B", 5);
        Assert.True((await bench.Ledger.DefineAsync(new StockItem("KIT") { Components = [new("A", 1), new("B", 2)] })).IsTaken);
        Assert.Equal(1, bench.Ledger.AvailableToPromise("KIT"));
        Insufficient refused = Assert.IsType<Insufficient>(await bench.Ledger.ReserveAsync(new("o", [new("A", 1), new("KIT", 1)])));
        Assert.Equal([new Shortfall("A", "*", 2, 1)], refused.Shortfalls);
        Assert.IsType<Insufficient>(await bench.Ledger.ReserveAsync(new("p", [new("A", 1), new("A", 1)])));
        Assert.IsType<Reserved>(await bench.Ledger.ReserveAsync(new("q", [new("KIT", 1)])));
        Assert.Equal(3, bench.Ledger.AvailableToPromise("B"));
        Assert.Equal(0, bench.Ledger.AvailableToPromise("KIT"));
    }

    [Fact]
    public async Task The_same_key_gives_the_same_answer_and_other_content_is_refused()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        ReserveOutcome first = await bench.ReserveAsync("o", "A", 4);
        ReserveOutcome tooMuch = await bench.ReserveAsync("p", "A", 2);
        await bench.ReceiveAsync("A", 50);
        Assert.Equal(((Reserved)first).Sequence, Assert.IsType<Reserved>(await bench.ReserveAsync("o", "A", 4)).Sequence);
        Assert.Equal(((Insufficient)tooMuch).Sequence, Assert.IsType<Insufficient>(await bench.ReserveAsync("p", "A", 2)).Sequence);
        Assert.IsType<IdempotencyConflict>(Assert.IsType<ReserveRefused>(await bench.ReserveAsync("o", "A", 3)).Refusal);
        await bench.ReopenAsync();
        Assert.Equal(((Reserved)first).ExpiresAt, Assert.IsType<Reserved>(await bench.ReserveAsync("o", "A", 4)).ExpiresAt);
        Assert.IsType<Insufficient>(await bench.ReserveAsync("p", "A", 2));
        Assert.Equal(51, bench.Ledger.AvailableToPromise("A"));
    }

    [Fact]
    public async Task A_hold_is_dead_at_its_expiry_exactly_whether_or_not_it_was_swept()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.ReserveAsync("o", "A", 4, Duration.FromMinutes(1));
        bench.Clock.Advance(Duration.FromMinutes(1) - Duration.FromTicks(1));
        Assert.Equal(1, bench.Ledger.AvailableToPromise("A"));
        bench.Clock.Advance(Duration.FromTicks(1));
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A"));
        Assert.Equal(5, bench.Ledger.Balance("A").Available);
        Assert.Equal(ClaimStatus.Expired, bench.Ledger.Claim("o")!.Status);
        await bench.Ledger.RefreshAsync();
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A"));
        Assert.Equal(StockBench.Start + Duration.FromMinutes(1), Assert.IsType<HoldExpired>(await bench.Ledger.CommitAsync("o")).ExpiredAt);
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task An_expired_hold_can_be_committed_again_in_one_step_while_stock_lasts()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.ReserveAsync("o", "A", 4, Duration.FromMinutes(1));
        await bench.ReserveAsync("late", "A", 1, Duration.FromMinutes(1));
        bench.Clock.Advance(Duration.FromMinutes(2));
        Assert.IsType<ClaimChanged>(await bench.Ledger.CommitAsync("o", reacquire: true));
        Assert.IsType<Reserved>(await bench.ReserveAsync("other", "A", 1));
        HoldExpired gone = Assert.IsType<HoldExpired>(await bench.Ledger.CommitAsync("late", reacquire: true));
        Assert.Equal([new Shortfall("A", "*", 1, 0)], gone.Shortfalls);
    }

    [Fact]
    public async Task Time_never_runs_backwards()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.ReserveAsync("o", "A", 4, Duration.FromMinutes(1));
        bench.Clock.Advance(Duration.FromMinutes(1));
        await bench.ReceiveAsync("B", 1);
        bench.Clock.Reset(StockBench.Start - Duration.FromHours(5));
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A"));
        Assert.IsType<HoldExpired>(await bench.Ledger.CommitAsync("o"));
        Reserved next = Assert.IsType<Reserved>(await bench.ReserveAsync("p", "A", 1));
        Assert.Equal(StockBench.Start + Duration.FromMinutes(1), next.Claim.PlacedAt);
    }

    [Fact]
    public async Task Release_and_commit_are_idempotent_and_impossible_steps_are_named()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.ReserveAsync("o", "A", 4);
        Assert.Equal(ClaimStatus.Released, Assert.IsType<ClaimChanged>(await bench.Ledger.ReleaseAsync("o")).Claim.Status);
        Assert.Equal(ClaimStatus.Released, Assert.IsType<ClaimChanged>(await bench.Ledger.ReleaseAsync("o")).Claim.Status);
        Assert.Equal(5, bench.Ledger.AvailableToPromise("A"));
        Assert.Equal(["claim_state"], StockBench.Codes(Assert.IsType<ClaimRefused>(await bench.Ledger.CommitAsync("o")).Refusal));
        Assert.Equal(["unknown_claim"], StockBench.Codes(Assert.IsType<ClaimRefused>(await bench.Ledger.CommitAsync("never")).Refusal));
        Assert.Equal(["claim_state"], StockBench.Codes(Assert.IsType<PostingRefused>(await bench.Ledger.ShipAsync(new Shipment("s", "o", []))).Refusal));
    }

    [Fact]
    public async Task Only_the_owner_may_change_an_owned_claim()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.Ledger.ReserveAsync(new("o", [new("A", 1)]) { Owner = "cart-7" });
        Assert.Equal(["foreign_claim"], StockBench.Codes(Assert.IsType<ClaimRefused>(await bench.Ledger.CommitAsync("o")).Refusal));
        Assert.IsType<ClaimChanged>(await bench.Ledger.ChangeAsync(new CommitClaim("o") { Owner = "cart-7" }));
    }

    [Fact]
    public async Task Extending_and_reducing_a_hold()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        await bench.ReserveAsync("o", "A", 4);
        Instant until = StockBench.Start + Duration.FromMinutes(40);
        Assert.Equal(until, Assert.IsType<ClaimChanged>(await bench.Ledger.ChangeAsync(new ExtendHold("o", until))).Claim.ExpiresAt);
        bench.Clock.Advance(Duration.FromMinutes(39));
        Assert.Equal(1, bench.Ledger.AvailableToPromise("A"));
        await bench.Ledger.ChangeAsync(new ReduceClaim("o", new Dictionary<Core.Sku, long> { ["A"] = 1 }));
        Assert.Equal(4, bench.Ledger.AvailableToPromise("A"));
        Assert.Equal(["keep_out_of_range"], StockBench.Codes(Assert.IsType<ClaimRefused>(await bench.Ledger.ChangeAsync(new ReduceClaim("o", new Dictionary<Core.Sku, long> { ["A"] = 2 }))).Refusal));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task Claims_on_a_shop_and_on_everything_can_always_both_be_met()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5, "AMS-1");
        await bench.ReceiveAsync("A", 5, "RTM-1");
        await bench.ReceiveAsync("A", 9, "SHOP");
        Assert.Equal(10, bench.Ledger.AvailableToPromise("A"));
        Assert.Equal(9, bench.Ledger.AvailableToPromise("A", pool: "SHOP"));
        Assert.IsType<Reserved>(await bench.Ledger.ReserveAsync(new("pick-up", [new("A", 4)]) { Pool = "AMS-1", Firm = true }));
        Assert.IsType<Reserved>(await bench.Ledger.ReserveAsync(new("web", [new("A", 5)]) { Firm = true }));
        Assert.Equal(1, bench.Ledger.AvailableToPromise("A", pool: "RTM-1"));
        Assert.Equal(1, bench.Ledger.AvailableToPromise("A", pool: "AMS-1"));
        Posted posted = Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("s1", "web", [])));
        Assert.Equal([("AMS-1", 1L), ("RTM-1", 4L)], posted.Movement.Lines.Select(l => (l.From.Location, l.Quantity)));
        Assert.IsType<Posted>(await bench.Ledger.ShipAsync(new Shipment("s2", "pick-up", [])));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task One_basket_over_nested_pools_never_claims_more_than_the_outer_one_holds()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 3, "AMS-1");
        Insufficient refused = Assert.IsType<Insufficient>(await bench.Ledger.ReserveAsync(new("o", [new("A", 2) { Pool = "AMS-1" }, new("A", 2)])));
        Assert.Single(refused.Shortfalls);
        Assert.Equal(3, bench.Ledger.AvailableToPromise("A"));
    }

    [Fact]
    public async Task Pools_may_nest_but_not_cross()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        Assert.True((await bench.Ledger.DefineAsync(new StockPool("both", ["AMS-1", "RTM-1"]))).IsTaken);
        Assert.Equal("pools_cross", (await bench.Ledger.DefineAsync(new StockPool("mixed", ["AMS-1", "SHOP"]))).Issues[0].Code);
        Assert.Equal("unknown_location", (await bench.Ledger.DefineAsync(new StockPool("x", ["NOWHERE"]))).Issues[0].Code);
    }

    [Fact]
    public async Task Backorders_are_accepted_up_to_their_limit_and_marked()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 2);
        await bench.Ledger.DefineAsync(new StockItem("A") { BackorderLimit = 3 });
        Instant due = StockBench.Start + Duration.FromDays(4);
        Assert.True((await bench.Ledger.ExpectAsync(new("PO-9", "A", "AMS-1", 10, due))).IsTaken);
        Reserved held = Assert.IsType<Reserved>(await bench.Ledger.ReserveAsync(new("o", [new("A", 4)]) { Firm = true }));
        Assert.Equal(new ClaimLine("A", "*", 4, 4, 2) { PromisedFor = due }, held.Claim.Lines[0]);
        Assert.Equal(0, bench.Ledger.AvailableToPromise("A"));
        Insufficient refused = Assert.IsType<Insufficient>(await bench.ReserveAsync("p", "A", 2));
        Assert.Equal(1, refused.Shortfalls[0].Available);
    }

    [Fact]
    public async Task Bad_requests_are_refused_with_every_finding_and_remembered_nowhere()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 5);
        long before = bench.Ledger.Sequence;
        ReserveOutcome outcome = await bench.Ledger.ReserveAsync(new("o", [new("A", 0), new("NO", -1), new("A", long.MaxValue)]) { Pool = "NOWHERE", Channel = "nobody", TimeToLive = Duration.Zero });
        Assert.Equal(
            ["time_to_live_out_of_range", "unknown_pool", "unknown_channel", "quantity_not_positive", "quantity_not_positive", "unknown_sku", "quantity_overflow"],
            StockBench.Codes(Assert.IsType<ReserveRefused>(outcome).Refusal));
        Assert.Equal(["no_lines"], StockBench.Codes(Assert.IsType<ReserveRefused>(await bench.Ledger.ReserveAsync(new("o", []))).Refusal));
        Assert.Equal(before, bench.Ledger.Sequence);
        Assert.IsType<Reserved>(await bench.ReserveAsync("o", "A", 1));
    }
}
