using System.Diagnostics;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Inventory;

/// <summary>Callers that reserve one hot item as fast as they are answered.</summary>
internal static class StockLoad
{
    public static async Task<StockLedger> OpenAsync(IStockStore store)
    {
        StockLedger ledger = await StockLedger.OpenAsync(store, SystemClock.Instance, new StockLedgerOptions { RefreshInterval = Duration.Zero });
        await ledger.DefineAsync(new StockLocation("AMS-1"));
        await ledger.ReceiveAsync(new Receipt("PO-1", "AMS-1", [new("HOT", 1_000_000_000)]));
        return ledger;
    }

    /// <summary>Closed loop: each caller sends its next request when the last is answered. Gives requests per second and the 99th percentile of the latency in milliseconds.</summary>
    public static async Task<(double PerSecond, double P99)> ClosedAsync(StockLedger ledger, int callers, TimeSpan time, string run)
    {
        var latencies = new List<double>[callers];
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            List<double> own = latencies[caller] = new(4096);
            for (int i = 0; Stopwatch.GetElapsedTime(start) < time; i++)
            {
                long sent = Stopwatch.GetTimestamp();
                ReserveOutcome outcome = await ledger.ReserveAsync(new($"{run}-{caller}-{i}", [new("HOT", 1)]) { Firm = true });
                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                if (outcome is not Reserved)
                {
                    throw new InvalidOperationException($"The load was refused: {outcome}");
                }
            }
        })));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] all = [.. latencies.SelectMany(l => l).Order()];
        return (all.Length / seconds, all[(int)(all.Length * 0.99)]);
    }

    /// <summary>Open loop: requests leave on a schedule whether or not earlier ones were answered; latency counts from the scheduled time, so lateness of the sender counts too. Gives the 99th percentile in milliseconds.</summary>
    /// <remarks>The sender has a thread of its own and keeps a number per request and no task: kept tasks would be copied by each collection, and a sender in the pool would queue behind the answers.</remarks>
    public static async Task<double> OpenLoopAsync(StockLedger ledger, double perSecond, TimeSpan time, string run)
    {
        double[] latencies = new double[(int)(perSecond * time.TotalSeconds)];
        var all = new CountdownEvent(latencies.Length);
        long start = Stopwatch.GetTimestamp();
        await Task.Factory.StartNew(
            () =>
            {
                for (int sent = 0; sent < latencies.Length; Thread.Sleep(1))
                {
                    int due = Math.Min(latencies.Length, (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond));
                    for (; sent < due; sent++)
                    {
                        _ = OneAsync(ledger, $"{run}-{sent}", start, latencies, sent, sent / perSecond * 1000, all);
                    }
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!all.Wait(TimeSpan.FromSeconds(60)))
        {
            throw new InvalidOperationException($"{all.CurrentCount} requests of the open loop got no reservation.");
        }

        Array.Sort(latencies);
        return latencies[(int)(latencies.Length * 0.99)];
    }

    private static async Task OneAsync(StockLedger ledger, string id, long start, double[] latencies, int index, double scheduled, CountdownEvent all)
    {
        if (await ledger.ReserveAsync(new(id, [new("HOT", 1)]) { Firm = true }) is Reserved)
        {
            latencies[index] = Stopwatch.GetElapsedTime(start).TotalMilliseconds - scheduled;
            all.Signal();
        }
    }
}
