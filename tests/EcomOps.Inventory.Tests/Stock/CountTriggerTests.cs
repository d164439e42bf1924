using EcomOps.Core;
using EcomOps.Inventory.Counting;
using EcomOps.Inventory.Ledger;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class CountTriggerTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    [Fact]
    public async Task A_zone_is_everything_at_its_locations()
    {
        await using StockBench bench = await FilledAsync();
        IReadOnlyList<PlannedCount> plan = CountPlan.Zone(bench.Ledger, Today, ["RTM-1", "SHOP"], new Dictionary<Sku, CountClass> { ["B"] = CountClass.A });
        Assert.Equal([new(Today, "RTM-1", "A", CountClass.C, CountTrigger.Zone), new PlannedCount(Today, "SHOP", "B", CountClass.A, CountTrigger.Zone)], plan);
    }

    [Fact]
    public async Task Records_at_zero_are_those_that_were_sold_out_and_not_those_that_never_were()
    {
        await using StockBench bench = await FilledAsync();
        Assert.Empty(CountPlan.AtZero(bench.Ledger, Today));
        await bench.Ledger.ShipAsync(new Shipment("till", null, [new("A", 5)]) { From = "RTM-1" });
        PlannedCount only = Assert.Single(CountPlan.AtZero(bench.Ledger, Today));
        Assert.Equal(("RTM-1", "A", CountTrigger.ZeroBalance), (only.Location, only.Sku.Value, only.Trigger));
        Assert.Empty(CountPlan.AtZero(bench.Ledger, Today, ["AMS-1"]));
    }

    [Fact]
    public async Task A_short_pick_plans_a_count_of_its_record()
    {
        await using StockBench bench = await FilledAsync();
        await bench.Ledger.AdjustAsync(new Adjustment("P-1", "AMS-1", [new("A", -1)]) { Reason = CountPlan.ShortPickReason });
        await bench.Ledger.AdjustAsync(new Adjustment("P-2", "AMS-1", [new("B", -1)]) { Reason = "broken" });
        long seen = bench.Ledger.Sequence;
        await bench.Ledger.AdjustAsync(new Adjustment("P-3", "SHOP", [new("B", -1)]) { Reason = CountPlan.ShortPickReason });
        Assert.Equal(["AMS-1 A", "SHOP B"], (await CountPlan.AfterShortPicksAsync(bench.Ledger, Today)).Select(c => $"{c.Location} {c.Sku}"));
        Assert.Equal("SHOP", Assert.Single(await CountPlan.AfterShortPicksAsync(bench.Ledger, Today, seen)).Location);
    }

    [Fact]
    public void A_random_sample_repeats_with_its_seed_and_reaches_every_record()
    {
        (Sku, string)[] records = [.. Enumerable.Range(0, 20).Select(i => (new Sku($"S{i:00}"), "AMS-1"))];
        IReadOnlyList<PlannedCount> sample = CountPlan.Random(records, Today, 5, seed: 7);
        Assert.Equal(sample, CountPlan.Random(records, Today, 5, seed: 7));
        Assert.Equal(5, sample.Select(c => c.Sku).Distinct().Count());
        Assert.All(sample, c => Assert.Equal(CountTrigger.Random, c.Trigger));

        // 400 samples of 5 of 20: each record is expected 100 times, with a standard deviation of 8.7.
        int[] hits = [.. Enumerable.Range(0, 400).SelectMany(seed => CountPlan.Random(records, Today, 5, seed)).GroupBy(c => c.Sku).Select(g => g.Count())];
        Assert.Equal(20, hits.Length);
        Assert.All(hits, h => Assert.InRange(h, 60, 140));
    }

    [Fact]
    public void Merged_plans_keep_the_urgent_count_and_never_count_a_record_twice_within_a_week()
    {
        PlannedCount cycle = new(Today, "AMS-1", "A", CountClass.A, CountTrigger.Cycle);
        PlannedCount pick = cycle with { Day = Today.PlusDays(3), Trigger = CountTrigger.ShortPick };
        PlannedCount later = cycle with { Day = Today.PlusDays(10) };
        PlannedCount other = cycle with { Sku = "B" };
        Assert.Equal([other, pick, later], CountPlan.Merge([[cycle, later, other], [pick]]));
        Assert.Equal([other, pick], CountPlan.Merge([[cycle, later, other], [pick]], new() { MinimumDaysBetween = 8 }));
    }

    [Fact]
    public async Task Shrinkage_of_a_period_is_what_the_adjustment_account_took()
    {
        await using StockBench bench = await FilledAsync();
        await bench.Ledger.AdjustAsync(new Adjustment("J-1", "AMS-1", [new("A", -3)]) { Reason = "theft" });
        await bench.Ledger.AdjustAsync(new Adjustment("J-2", "AMS-1", [new("A", 1)]) { Reason = "theft" });
        await bench.Ledger.AdjustAsync(new Adjustment("J-3", "AMS-1", [new("A", -2)]) { Reason = "damage" });
        await bench.Ledger.PostAsync(new Scrapping("X-1", "AMS-1", [new("B", 1)]));
        bench.Clock.Advance(Duration.FromDays(40));
        Posted wrong = Assert.IsType<Posted>(await bench.Ledger.AdjustAsync(new Adjustment("J-4", "AMS-1", [new("B", -4)]) { Reason = "theft" }));
        await bench.Ledger.PostAsync(new Reversal("J-5", wrong.Sequence) { Reason = "theft" });
        Instant start = StockBench.Start;
        Assert.Equal([new("A", "damage", 2, 0), new StockLoss("A", "theft", 3, 1)], await StockLoss.OverAsync(bench.Ledger, start, start + Duration.FromDays(30)));
        StockLoss undone = Assert.Single(await StockLoss.OverAsync(bench.Ledger, start + Duration.FromDays(30), start + Duration.FromDays(60)));
        Assert.Equal((4L, 4L, 0L), (undone.Lost, undone.Found, undone.Shrinkage));
    }

    private static async Task<StockBench> FilledAsync()
    {
        StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("A", 10);
        await bench.ReceiveAsync("B", 10);
        await bench.ReceiveAsync("A", 5, at: "RTM-1");
        await bench.ReceiveAsync("B", 5, at: "SHOP");
        return bench;
    }
}
