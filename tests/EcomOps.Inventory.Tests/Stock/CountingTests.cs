using EcomOps.Core;
using EcomOps.Inventory.Counting;
using EcomOps.Inventory.Ledger;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class CountingTests
{
    [Fact]
    public async Task Three_accuracies_of_the_same_count_are_three_numbers()
    {
        // Book 100 / 50 / 20, counted 98 / 52 / 20, classes A / B / C: the worked example of the field.
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("X", 100);
        await bench.ReceiveAsync("Y", 50);
        await bench.ReceiveAsync("Z", 20);
        CountSheet sheet = CountSheet.Open(bench.Ledger, ["AMS-1"]);
        var classes = new Dictionary<Sku, CountClass> { ["X"] = CountClass.A, ["Y"] = CountClass.B, ["Z"] = CountClass.C };
        CountReport report = await sheet.EvaluateAsync(bench.Ledger, [new("AMS-1", "X", 98), new("AMS-1", "Y", 52), new("AMS-1", "Z", 20)], classes);
        Assert.Equal(1 / 3.0, report.RecordAccuracy!.Value, 9);
        Assert.Equal(1 - (4 / 170.0), report.UnitAccuracy!.Value, 9);
        Assert.Equal(1, report.NetVarianceRate!.Value);
        Assert.Equal(2, report.Shrinkage);
        Assert.Equal(["X", "Y"], report.Recounts.Select(r => r.Line.Sku.Value));

        Assert.IsType<CountUnsettled>(await report.PostAsync(bench.Ledger, new("ST-1", "stocktake")));
        CountReport agreed = await sheet.RecountAsync(bench.Ledger, report, [new("AMS-1", "X", 98) { Counter = "bob" }, new("AMS-1", "Y", 52) { Counter = "bob" }]);
        Assert.Single(Assert.IsType<CountPosted>(await agreed.PostAsync(bench.Ledger, new("ST-1", "stocktake"))).Movements);
        Assert.Single(Assert.IsType<CountPosted>(await agreed.PostAsync(bench.Ledger, new("ST-1", "stocktake"))).Movements);
        Assert.Equal((98L, 52L), (bench.Ledger.AvailableToPromise("X"), bench.Ledger.AvailableToPromise("Y")));
        await bench.MustBeSoundAsync();
    }

    [Fact]
    public async Task Movements_during_a_count_make_no_false_difference()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("X", 10);
        CountSheet sheet = CountSheet.Open(bench.Ledger, ["AMS-1"]);
        await bench.Ledger.ShipAsync(new Shipment("till-1", null, [new("X", 3)]));
        long counted = bench.Ledger.Sequence;
        await bench.Ledger.ShipAsync(new Shipment("till-2", null, [new("X", 2)]));
        CountReport report = await sheet.EvaluateAsync(bench.Ledger, [new("AMS-1", "X", 7) { CountedAt = counted }]);
        Assert.Equal((7L, 0L), (report.Results[0].Book, report.Results[0].Variance));
    }

    [Fact]
    public async Task A_stocktake_reports_every_bad_line_at_once_and_books_nothing()
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.ReceiveAsync("X", 10);
        CountSheet sheet = CountSheet.Open(bench.Ledger, ["AMS-1"]);
        CountReport report = await sheet.EvaluateAsync(bench.Ledger, [new("AMS-1", "X", -1), new("NOWHERE", "X", 1), new("AMS-1", "NO", 1), new("AMS-1", "X", 9)]);
        Assert.Equal([("line 1", "quantity_out_of_range"), ("line 2", "unknown_location"), ("line 3", "unknown_sku"), ("line 4", "counted_twice")], report.Issues.Select(i => (i.Path, i.Code)));
        Assert.Equal(report.Issues, Assert.IsType<CountRefused>(await report.PostAsync(bench.Ledger, new("ST", "stocktake"))).Issues);
        Assert.Equal(10, bench.Ledger.AvailableToPromise("X"));
    }

    [Fact]
    public void Classes_follow_cumulative_value()
    {
        var usage = new Dictionary<Sku, decimal> { ["A"] = 70, ["B"] = 15, ["C"] = 10, ["D"] = 4, ["E"] = 1 };
        IReadOnlyDictionary<Sku, CountClass> classes = new CountOptions().Classify(usage);
        Assert.Equal([CountClass.A, CountClass.A, CountClass.B, CountClass.C, CountClass.C], usage.Keys.Select(k => classes[k]));
    }

    [Fact]
    public void A_year_plan_counts_each_class_as_often_as_it_should_at_an_even_pace()
    {
        LocalDate[] days = [.. Enumerable.Range(0, 364).Select(i => new LocalDate(2026, 1, 1).PlusDays(i)).Where(d => d.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))];
        (Sku, string)[] records = [.. Enumerable.Range(0, 300).Select(i => (new Sku($"S{i:000}"), "AMS-1"))];
        var classes = records.ToDictionary(r => r.Item1, r => r.Item1.Value.CompareTo("S050", StringComparison.Ordinal) < 0 ? CountClass.A : r.Item1.Value.CompareTo("S150", StringComparison.Ordinal) < 0 ? CountClass.B : CountClass.C);
        IReadOnlyList<PlannedCount> plan = CountPlan.ForYear(records, classes, days);
        Assert.All(plan.GroupBy(p => p.Sku), g => Assert.Equal(g.First().Class switch { CountClass.A => 4, CountClass.B => 2, _ => 1 }, g.Count()));
        Assert.InRange(plan.GroupBy(p => p.Day).Max(g => g.Count()), 1, 4);
        Assert.All(plan.GroupBy(p => p.Sku), g => Assert.All(g.Zip(g.Skip(1)), pair => Assert.True(Period.DaysBetween(pair.First.Day, pair.Second.Day) >= 7)));
    }
}
