using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

/// <summary>The bench's clock stands at 2 March 2026, 09:00 UTC; February is over.</summary>
public sealed class ClosedPeriodTests
{
    private static readonly PeriodClosing February = new(new LocalDate(2026, 2, 28), "Europe/Amsterdam") { Reason = "month end", Actor = "anna" };

    // 1 March, 00:00 in Amsterdam (UTC+1 in winter).
    private static readonly Instant FirstOpen = Instant.FromUtc(2026, 2, 28, 23, 0);

    [Fact]
    public async Task A_back_dated_document_is_refused_up_to_the_end_of_the_last_closed_day_and_taken_from_the_next_instant_on()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        Assert.True((await bench.Ledger.ClosePeriodAsync(February)).IsTaken);
        PostingRefused refused = Assert.IsType<PostingRefused>(await ReceiveAsync(bench, "late", FirstOpen - Duration.FromTicks(1)));
        PeriodClosed closed = Assert.IsType<PeriodClosed>(refused.Refusal);
        Assert.Equal((new LocalDate(2026, 2, 28), "Europe/Amsterdam", FirstOpen), (closed.Period.Through, closed.Period.Zone, closed.Period.FirstOpen));
        Assert.Contains("2026-02-28", closed.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Ledger.Items());
        Assert.IsType<Posted>(await ReceiveAsync(bench, "in-time", FirstOpen));
        Assert.IsType<Posted>(await ReceiveAsync(bench, "late", null));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task By_option_it_is_booked_on_the_first_open_instant_and_keeps_its_own_date()
    {
        await using StockBench bench = await StockBench.OpenAsync(options: new() { RefreshInterval = Duration.Zero, ClosedPeriods = ClosedPeriodPolicy.BookOnFirstOpen });
        await bench.Ledger.ClosePeriodAsync(February);
        var late = Instant.FromUtc(2026, 2, 10, 8, 0);
        Posted posted = Assert.IsType<Posted>(await ReceiveAsync(bench, "late", late));
        Assert.Equal((FirstOpen, (Instant?)late), (posted.Movement.EffectiveAt, posted.Movement.DocumentedAt));
        Assert.Null(Assert.IsType<Posted>(await ReceiveAsync(bench, "open", FirstOpen)).Movement.DocumentedAt);
        await bench.ReopenAsync();
        Movement stored = (await bench.Ledger.MovementAsync(posted.Sequence))!;
        Assert.Equal((FirstOpen, (Instant?)late), (stored.EffectiveAt, stored.DocumentedAt));
        Assert.Equal(posted.Sequence, Assert.IsType<Posted>(await ReceiveAsync(bench, "late", late)).Sequence);
        Assert.Equal(stored.DocumentedAt, Assert.IsType<Posted>(await ReceiveAsync(bench, "late", late)).Movement.DocumentedAt);
    }

    [Fact]
    public async Task A_document_posted_before_the_closing_gives_its_first_answer_after_it()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        Posted first = Assert.IsType<Posted>(await ReceiveAsync(bench, "early", Instant.FromUtc(2026, 2, 1, 0, 0)));
        await bench.Ledger.ClosePeriodAsync(February);
        Assert.Equal(first.Sequence, Assert.IsType<Posted>(await ReceiveAsync(bench, "early", Instant.FromUtc(2026, 2, 1, 0, 0))).Sequence);
    }

    [Fact]
    public async Task Only_days_that_are_over_can_be_closed_and_only_forwards()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        Assert.Equal(["period_not_over"], Codes(await bench.Ledger.ClosePeriodAsync(new(new LocalDate(2026, 3, 2)))));
        Assert.Equal(["unknown_zone"], Codes(await bench.Ledger.ClosePeriodAsync(new(new LocalDate(2026, 2, 28), "Mars/Olympus"))));
        Assert.Equal(["out_of_range"], Codes(await bench.Ledger.ClosePeriodAsync(new(LocalDate.MinIsoValue))));
        Assert.Null(bench.Ledger.ClosedPeriod);

        // The very instant at which the day ends is enough.
        bench.Clock.Reset(Instant.FromUtc(2026, 3, 3, 0, 0));
        Assert.True((await bench.Ledger.ClosePeriodAsync(new(new LocalDate(2026, 3, 2)))).IsTaken);
        long sequence = bench.Ledger.Sequence;
        Assert.True((await bench.Ledger.ClosePeriodAsync(new(new LocalDate(2026, 3, 2)))).IsTaken);
        Assert.Equal(sequence, bench.Ledger.Sequence);
        Assert.Equal(["period_already_closed"], Codes(await bench.Ledger.ClosePeriodAsync(February)));
    }

    [Fact]
    public async Task Reopening_needs_a_reason_and_opens_from_its_day_on()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        Assert.Equal(["period_not_closed"], Codes(await bench.Ledger.ReopenPeriodAsync(new(new LocalDate(2026, 2, 1), "audit"))));
        await bench.Ledger.ClosePeriodAsync(February);
        Assert.Equal(["reason_missing"], Codes(await bench.Ledger.ReopenPeriodAsync(new(new LocalDate(2026, 2, 20), " "))));
        Assert.Equal(["period_not_closed"], Codes(await bench.Ledger.ReopenPeriodAsync(new(new LocalDate(2026, 3, 1), "audit"))));
        Assert.True((await bench.Ledger.ReopenPeriodAsync(new(new LocalDate(2026, 2, 20), "audit") { Actor = "ben" })).IsTaken);
        Assert.IsType<Posted>(await ReceiveAsync(bench, "in", Instant.FromUtc(2026, 2, 19, 23, 0)));
        Assert.IsType<PeriodClosed>(Assert.IsType<PostingRefused>(await ReceiveAsync(bench, "out", Instant.FromUtc(2026, 2, 19, 22, 59))).Refusal);
        await bench.Ledger.ClosePeriodAsync(February);
        var periods = new List<ClosedPeriod>();
        await foreach (ClosedPeriod period in bench.Ledger.PeriodsAsync())
        {
            periods.Add(period);
        }

        Assert.Equal([("month end", false), ("audit", true), ("month end", false)], periods.Select(p => (p.Reason!, p.IsReopening)));
        Assert.Equal(("ben", new LocalDate(2026, 2, 19), "Europe/Amsterdam"), (periods[1].Actor!, periods[1].Through, periods[1].Zone));
        Assert.Equal(periods[2], bench.Ledger.ClosedPeriod);
        await bench.Ledger.SnapshotAsync();
        await bench.ReopenAsync();
        Assert.Equal(periods[2], bench.Ledger.ClosedPeriod);
        await bench.MustBeSoundAsync();
    }

    private static Task<PostingOutcome> ReceiveAsync(StockBench bench, string reference, Instant? at) =>
        bench.Ledger.ReceiveAsync(new Receipt(reference, "AMS-1", [new("A", 1)]) { EffectiveAt = at });

    private static string[] Codes(DefinitionOutcome outcome) => [.. outcome.Issues.Select((Issue i) => i.Code)];
}
