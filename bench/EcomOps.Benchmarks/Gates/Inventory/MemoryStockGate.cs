using System.Diagnostics;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Reservations.Internal;
using EcomOps.Inventory.Stores;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Inventory;

/// <summary>The decision core alone, the public call on memory, reading what is available, and proving the balances.</summary>
public sealed class MemoryStockGate : IGate
{
    /// <inheritdoc />
    public string Name => "inventory/memory";

    /// <summary>As a host that is after throughput: the background collector holds the youngest generation to a few megabytes, and of a ledger's records nearly all survive.</summary>
    public IReadOnlyDictionary<string, string> Runtime { get; } = new Dictionary<string, string> { ["DOTNET_gcConcurrent"] = "0" };

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        (double core, double bytes) = Core();
        yield return GateResult.AtLeast(Name + "/decision-core", core, "1/s", 2_000_000);
        yield return GateResult.AtMost(Name + "/decision-core-allocated", bytes, "B", 600);
        yield return GateResult.AtLeast(Name + "/reserve", ReserveAsync().GetAwaiter().GetResult(), "1/s", 700_000);
        (double verify, double rebuild) = ProveAsync().GetAwaiter().GetResult();
        yield return GateResult.AtLeast(Name + "/verify-movements", verify, "1/s", 1_000_000);
        yield return GateResult.AtLeast(Name + "/rebuild-movements", rebuild, "1/s", 1_000_000);
        yield return GateResult.AtLeast(Name + "/atp-read", ReadAsync().GetAwaiter().GetResult(), "1/s", 5_000_000);
    }

    // Decide and fold holds in batches of 1,000, as the writer does; a request is dropped once it is answered.
    private static (double PerSecond, double Bytes) Core()
    {
        double best = 0;
        double bytes = 0;
        for (int run = 0; run < 5; run++)
        {
            const int Count = 300_000;
            var state = new StockState();
            Instant now = Instant.FromUtc(2026, 1, 1, 0, 0);
            state.Apply(new LocationEntry(new StockLocation("AMS-1")) { Sequence = 1, RecordedAt = now });
            var line = new MovementLine("HOT", new(VirtualLocation.Supplier), new("AMS-1"), 1_000_000_000);
            state.Apply(new MovementEntry(new(2, MovementKind.Receive, "PO", [line], now, now)) { Sequence = 2, RecordedAt = now });
            state.Undo.IsOn = true;
            var commands = new ReserveCommand[Count];
            for (int i = 0; i < Count; i++)
            {
                commands[i] = new(new($"o-{i}", [new("HOT", 1)]), Duration.FromMinutes(15), Duration.FromHours(1));
            }

            var batch = new List<Entry>(1000);
            GC.Collect();
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Count; i++)
            {
                commands[i].Step(state, now, batch);
                commands[i] = null!;
                if (batch.Count == 1000)
                {
                    state.Undo.Clear();
                    state.Publish();
                    batch.Clear();
                }
            }

            best = Math.Max(best, Count / Stopwatch.GetElapsedTime(start).TotalSeconds);
            bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / Count;
        }

        return (best, bytes);
    }

    private static async Task<double> ReserveAsync()
    {
        double best = 0;
        for (int run = 0; run < 4; run++)
        {
            const int Count = 300_000;
            await using StockLedger ledger = await StockLoad.OpenAsync(new MemoryStockStore());
            ReservationRequest[] requests = [.. Enumerable.Range(0, Count).Select(i => new ReservationRequest($"o-{i}", [new("HOT", 1)]))];
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            var answers = new Task<ReserveOutcome>[2000];
            for (int i = 0; i < Count; i += answers.Length)
            {
                for (int j = 0; j < answers.Length; j++)
                {
                    answers[j] = ledger.ReserveAsync(requests[i + j]);
                }

                await Task.WhenAll(answers);
            }

            best = Math.Max(best, Count / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static async Task<(double Verify, double Rebuild)> ProveAsync()
    {
        const int Documents = 50_000;
        const int Lines = 10;
        var store = new MemoryStockStore();
        await using StockLedger ledger = await StockLoad.OpenAsync(store);
        await ledger.PostAllAsync(Enumerable.Range(0, Documents).Select(i =>
            new Receipt($"R-{i}", "AMS-1", [.. Enumerable.Range(0, Lines).Select(j => new ReceiptLine($"SKU-{((i * Lines) + j) % 5000}", 3))])));
        double verify = 0;
        double rebuild = 0;
        for (int run = 0; run < 3; run++)
        {
            long start = Stopwatch.GetTimestamp();
            var verifier = new Verifier();
            await verifier.ReadAsync(store, "main", long.MaxValue, default);
            verify = Math.Max(verify, verifier.Lines / Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (verifier.Issues.Count > 0)
            {
                throw new InvalidOperationException(verifier.Issues[0].ToString());
            }

            start = Stopwatch.GetTimestamp();
            await using StockLedger again = await StockLedger.OpenAsync(store, SystemClock.Instance, new StockLedgerOptions { RefreshInterval = Duration.Zero });
            rebuild = Math.Max(rebuild, verifier.Lines / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return (verify, rebuild);
    }

    private static async Task<double> ReadAsync()
    {
        await using StockLedger ledger = await StockLoad.OpenAsync(new MemoryStockStore());
        long sink = 0;
        double nanoseconds = Measurement.BestNanoseconds(() => sink += ledger.AvailableToPromise("HOT"));
        GC.KeepAlive(sink);
        return 1e9 / nanoseconds;
    }
}
