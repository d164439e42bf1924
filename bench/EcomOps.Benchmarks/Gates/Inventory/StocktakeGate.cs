using System.Diagnostics;
using System.Globalization;
using EcomOps.Core;
using EcomOps.Inventory.Counting;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Sqlite;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Inventory;

/// <summary>A stocktake of 20,000 lines on a SQLite file: every bad line in one report, and, once they are mended, all differences booked.</summary>
public sealed class StocktakeGate : IGate
{
    private const int Lines = 20_000;

    /// <inheritdoc />
    public string Name => "inventory/stocktake-20000";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        (double report, double book) = MeasureAsync().GetAwaiter().GetResult();
        yield return GateResult.AtMost(Name + "/report-all-errors", report, "s", 2);
        yield return GateResult.AtMost(Name + "/report-and-book", book, "s", 2);
    }

    private static async Task<(double Report, double Book)> MeasureAsync()
    {
        string path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"stocktake-{Environment.ProcessId}.db"));
        try
        {
            await using SqliteStockStore store = SqliteStockStore.At(path);
            await using StockLedger ledger = await StockLedger.OpenAsync(store, SystemClock.Instance);
            await ledger.DefineAsync(new StockLocation("AMS-1"));
            await ledger.PostAsync(new OpeningStock("open", "AMS-1", [.. Enumerable.Range(0, Lines).Select(i => new ReceiptLine(SkuOf(i), 50))]));
            CountSheet sheet = CountSheet.Open(ledger, ["AMS-1"]);

            // One line in ten is wrong in one of four ways.
            CountedLine[] bad = [.. Enumerable.Range(0, Lines).Select(i => (i % 40) switch
            {
                0 => new CountedLine("AMS-1", SkuOf(i), -1),
                10 => new("MARS", SkuOf(i), 50),
                20 => new("AMS-1", new Sku($"NO-{i}"), 50),
                30 => new("AMS-1", SkuOf(i - 1), 50),
                _ => new("AMS-1", SkuOf(i), 50),
            })];
            CountedLine[] good = [.. Enumerable.Range(0, Lines).Select(i => new CountedLine("AMS-1", SkuOf(i), 49 + (i % 3)))];
            double report = await TimeAsync(async () => Must((await sheet.EvaluateAsync(ledger, bad)).Issues.Count == Lines / 10));
            double book = await TimeAsync(async () =>
            {
                CountReport counted = await sheet.EvaluateAsync(ledger, good, options: new() { MaximumCounts = 1 });
                Must(await counted.PostAsync(ledger, new("ST-1", "stocktake")) is CountPosted);
            });
            return (report, book);
        }
        finally
        {
            foreach (string file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
            {
                File.Delete(file);
            }
        }
    }

    private static Sku SkuOf(int i) => new($"S{i:00000}");

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Must(bool isAsExpected)
    {
        if (!isAsExpected)
        {
            throw new InvalidOperationException("The stocktake did not end as it should.");
        }
    }
}
