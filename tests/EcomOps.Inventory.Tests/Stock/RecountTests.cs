using EcomOps.Core;
using EcomOps.Inventory.Counting;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class RecountTests
{
    private static readonly CountPosting Posting = new("CC-1", "cycle_count");

    [Fact]
    public async Task Two_equal_counts_by_two_people_win()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        (CountSheet sheet, CountReport first) = await CountAsync(bench, 90);
        Assert.Equal(new RecountNeeded(RecountReason.OutsideTolerance), first.Results[0].Decision);
        CountReport second = await sheet.RecountAsync(bench.Ledger, first, [Counted(90, "bob")]);
        Assert.Equal(-10, Assert.IsType<CountAccepted>(second.Results[0].Decision).Take.Variance);
        Assert.IsType<CountPosted>(await second.PostAsync(bench.Ledger, Posting));
        Assert.Equal(90, bench.Ledger.Balance("X").OnHand);
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task Differing_counts_ask_for_a_third_which_decides_by_agreeing_with_either()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        (CountSheet sheet, CountReport first) = await CountAsync(bench, 90);
        CountReport second = await sheet.RecountAsync(bench.Ledger, first, [Counted(97, "bob")]);
        Assert.Equal(new RecountNeeded(RecountReason.CountsDiffer), second.Results[0].Decision);
        Assert.IsType<CountUnsettled>(await second.PostAsync(bench.Ledger, Posting));
        CountReport third = await sheet.RecountAsync(bench.Ledger, second, [Counted(90, "cleo")]);
        Assert.Equal("cleo", Assert.IsType<CountAccepted>(third.Results[0].Decision).Take.Line.Counter);
    }

    [Fact]
    public async Task Three_different_counts_are_escalated_and_a_person_settles_them()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        (CountSheet sheet, CountReport report) = await CountAsync(bench, 90);
        report = await sheet.RecountAsync(bench.Ledger, report, [Counted(97, "bob")]);
        report = await sheet.RecountAsync(bench.Ledger, report, [Counted(95, "cleo")]);
        Assert.IsType<CountEscalated>(report.Results[0].Decision);
        Assert.Single(Assert.IsType<CountUnsettled>(await report.PostAsync(bench.Ledger, Posting)).Escalated);
        CountReport settled = report.Settle(new("AMS-1", "X"), 1, "dan");
        Assert.Equal((-3L, "dan"), (settled.Results[0].Variance, Assert.IsType<CountAccepted>(settled.Results[0].Decision).DecidedBy));
        Assert.IsType<CountPosted>(await settled.PostAsync(bench.Ledger, Posting));
        Assert.Equal(97, bench.Ledger.Balance("X").OnHand);
        Assert.Throws<ArgumentException>(() => settled.Settle(new("AMS-1", "X"), 0, "dan"));
    }

    [Fact]
    public async Task Counts_agree_by_difference_when_units_were_sold_between_them()
    {
        // Book 100; ann finds 90. Then 15 are sold (book 85) and bob finds 75: both say 10 are missing.
        await using StockBench bench = await StockBench.OpenAsync();
        (CountSheet sheet, CountReport first) = await CountAsync(bench, 90);
        await bench.Ledger.ShipAsync(new Shipment("till", null, [new("X", 15)]));
        CountReport blind = await sheet.RecountAsync(bench.Ledger, first, [Counted(75, "bob")]);
        Assert.Equal("counted_when", Assert.Single(blind.Issues).Code);
        CountReport second = await sheet.RecountAsync(bench.Ledger, first, [Counted(75, "bob") with { CountedAt = bench.Ledger.Sequence }]);
        Assert.Equal((-10L, true), (second.Results[0].Variance, second.IsSettled));
        await second.PostAsync(bench.Ledger, Posting);
        Assert.Equal(75, bench.Ledger.Balance("X").OnHand);
    }

    [Fact]
    public async Task A_recount_is_made_by_somebody_else_of_a_record_that_needs_it()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("Y", 10);
        (CountSheet sheet, CountReport first) = await CountAsync(bench, 90);
        CountReport refused = await sheet.RecountAsync(bench.Ledger, first, [Counted(90, "ann"), new("AMS-1", "Y", 10) { Counter = "bob" }, new("AMS-1", "X", 90) { Lot = "L" }]);
        Assert.Equal(["line 1 same_counter", "line 2 not_to_recount", "line 3 not_to_recount", "line 3 counter_missing"], refused.Issues.Select(i => $"{i.Path} {i.Code}"));
        Assert.Single(refused.Results[0].Takes);
    }

    [Fact]
    public async Task A_small_difference_of_a_dear_item_is_counted_again()
    {
        // 1 of 100 is within the 1 % of class A, but worth 250; a limit of 200 asks for a second count, one of 250 does not.
        await using StockBench bench = await StockBench.OpenAsync();
        var costs = new Dictionary<Sku, Money> { ["X"] = Money.Eur(250m) };
        (_, CountReport over) = await CountAsync(bench, 99, new() { RecountOver = Money.Eur(200m) }, costs);
        Assert.Equal(new RecountNeeded(RecountReason.OverValueLimit), over.Results[0].Decision);
        Assert.Equal(Money.Eur(-250m), over.Results[0].VarianceValue);
        (_, CountReport at) = await CountAsync(bench, 99, new() { RecountOver = Money.Eur(250m) }, costs);
        Assert.True(at.IsSettled);
        (_, CountReport unknown) = await CountAsync(bench, 99, new() { RecountOver = Money.Eur(250m) });
        Assert.Equal(new RecountNeeded(RecountReason.OverValueLimit), unknown.Results[0].Decision);
    }

    [Fact]
    public async Task A_count_worth_more_than_the_limit_waits_for_somebody_who_did_not_count()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        (_, CountReport report) = await CountAsync(bench, 99, new() { ApprovalOver = Money.Eur(9m) }, new Dictionary<Sku, Money> { ["X"] = Money.Eur(10m) });
        ApprovalNeeded needed = Assert.IsType<ApprovalNeeded>(await report.PostAsync(bench.Ledger, Posting));
        Assert.Equal((Money.Eur(10m), Money.Eur(9m)), (needed.Value!.Value, needed.Limit));
        Assert.Equal(100, bench.Ledger.Balance("X").OnHand);
        Assert.Equal("approver_counted", Assert.IsType<CountRefused>(await report.PostAsync(bench.Ledger, Posting with { ApprovedBy = "ann" })).Issues[0].Code);
        Posted posted = Assert.Single(Assert.IsType<CountPosted>(await report.PostAsync(bench.Ledger, Posting with { ApprovedBy = "dan" })).Movements);
        Assert.Equal(("dan", "cycle_count"), (posted.Movement.Actor, posted.Movement.Reason));
        Assert.Equal(99, bench.Ledger.Balance("X").OnHand);
    }

    [Fact]
    public async Task Plus_and_minus_do_not_cancel_before_the_approval_limit_and_unknown_worth_needs_approval()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("X", 100);
        await bench.ReceiveAsync("Y", 100);
        CountSheet sheet = CountSheet.Open(bench.Ledger, ["AMS-1"]);
        CountedLine[] lines = [new("AMS-1", "X", 99), new("AMS-1", "Y", 101)];
        var options = new CountOptions { ApprovalOver = Money.Eur(15m) };
        CountReport both = await sheet.EvaluateAsync(bench.Ledger, lines, options: options, unitCosts: new Dictionary<Sku, Money> { ["X"] = Money.Eur(10m), ["Y"] = Money.Eur(10m) });
        Assert.Equal(Money.Eur(20m), Assert.IsType<ApprovalNeeded>(await both.PostAsync(bench.Ledger, Posting)).Value);
        CountReport one = await sheet.EvaluateAsync(bench.Ledger, lines, options: options, unitCosts: new Dictionary<Sku, Money> { ["X"] = Money.Eur(10m) });
        Assert.Equal("Y", Assert.Single(Assert.IsType<ApprovalNeeded>(await one.PostAsync(bench.Ledger, Posting)).WithoutCost).Record.Sku.Value);
        await Assert.ThrowsAsync<CurrencyMismatchException>(() => sheet.EvaluateAsync(bench.Ledger, lines, options: options, unitCosts: new Dictionary<Sku, Money> { ["X"] = Money.Usd(10m) }));
    }

    [Fact]
    public async Task A_count_that_was_overtaken_by_shipments_is_refused_whole()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("X", 10);
        await bench.ReceiveAsync("Y", 10, at: "RTM-1");
        CountSheet sheet = CountSheet.Open(bench.Ledger, ["AMS-1", "RTM-1"]);
        CountReport report = await sheet.EvaluateAsync(bench.Ledger, [new("AMS-1", "X", 2), new("RTM-1", "Y", 12)], options: new() { MaximumCounts = 1 });
        await bench.Ledger.ShipAsync(new Shipment("till", null, [new("X", 5)]));
        CountRefused refused = Assert.IsType<CountRefused>(await report.PostAsync(bench.Ledger, Posting));
        Assert.Equal(["count_overtaken"], refused.Issues.Select(i => i.Code));
        Assert.Empty(refused.Movements);
        Assert.Equal((5L, 10L), (bench.Ledger.Balance("X").OnHand, bench.Ledger.Balance("Y").OnHand));
    }

    [Fact]
    public async Task Booking_again_gives_the_first_answer_even_when_little_is_left_and_other_figures_are_refused()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("X", 10);
        CountSheet sheet = CountSheet.Open(bench.Ledger, ["AMS-1"]);
        CountReport report = await sheet.EvaluateAsync(bench.Ledger, [new("AMS-1", "X", 4)], options: new() { MaximumCounts = 1 });
        Posted first = Assert.IsType<CountPosted>(await report.PostAsync(bench.Ledger, Posting)).Movements[0];
        Assert.Equal(first.Sequence, Assert.IsType<CountPosted>(await report.PostAsync(bench.Ledger, Posting)).Movements[0].Sequence);
        CountReport other = await sheet.EvaluateAsync(bench.Ledger, [new("AMS-1", "X", 9)], options: new() { MaximumCounts = 1 });
        Assert.Equal("count_reference_used", Assert.IsType<CountRefused>(await other.PostAsync(bench.Ledger, Posting)).Issues[0].Code);
        Assert.Equal(4, bench.Ledger.Balance("X").OnHand);
    }

    [Fact]
    public async Task A_printed_sheet_is_opened_again_with_the_book_as_it_was()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("X", 10);
        CountSheet printed = CountSheet.Open(bench.Ledger, ["AMS-1"]);
        await bench.Ledger.ShipAsync(new Shipment("till", null, [new("X", 4)]));
        await bench.ReceiveAsync("NEW", 3);
        CountSheet again = await CountSheet.ReopenAsync(bench.Ledger, printed.Sequence, ["AMS-1"]);
        CountReport report = await again.EvaluateAsync(bench.Ledger, [new("AMS-1", "X", 10)]);
        Assert.Equal((10L, 0L), (report.Results[0].Book, report.Results[0].Variance));
        Assert.Equal([new CountRecord("AMS-1", "NEW")], report.Uncounted);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => CountSheet.ReopenAsync(bench.Ledger, 10_000, ["AMS-1"]));
    }

    private static CountedLine Counted(long quantity, string counter) => new("AMS-1", "X", quantity) { Counter = counter };

    // 100 units of X in the book, class A, counted by ann.
    private static async Task<(CountSheet Sheet, CountReport Report)> CountAsync(StockBench bench, long quantity, CountOptions? options = null, IReadOnlyDictionary<Sku, Money>? costs = null)
    {
        if (bench.Ledger.Balance("X").OnHand == 0)
        {
            await bench.ReceiveAsync("X", 100);
        }

        CountSheet sheet = CountSheet.Open(bench.Ledger, ["AMS-1"]);
        return (sheet, await sheet.EvaluateAsync(bench.Ledger, [Counted(quantity, "ann")], new Dictionary<Sku, CountClass> { ["X"] = CountClass.A }, options, costs));
    }
}
