using System.Diagnostics;
using System.Globalization;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.PostgreSql;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Sqlite;
using NodaTime;

namespace EcomOps.Inventory.Stores.Tests.Crashing;

/// <summary>The child: reserves without end and tells each request before it is sent and each answer after it came.</summary>
public static class LoadProcess
{
    public static async Task<int> Main(string[] arguments)
    {
        (string kind, string place, string prefix) = (arguments[0], arguments[1], arguments[2]);
        int limit = arguments.Length > 3 ? int.Parse(arguments[3], CultureInfo.InvariantCulture) : int.MaxValue;
        await using IStockStore store = OpenStore(kind, place);
#pragma warning disable RS0030 // A host: it is its clock.
        await using StockLedger ledger = await StockLedger.OpenAsync(store, SystemClock.Instance);
#pragma warning restore RS0030
        var output = new object();
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < limit; i = Interlocked.Increment(ref next))
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}");
                Tell($"try {id}");
                ReserveOutcome outcome = await ledger.ReserveAsync(new(id, [new("HOT", 1)]) { Firm = true });
                Tell(outcome switch
                {
                    Reserved r => string.Create(CultureInfo.InvariantCulture, $"ack {id} {r.Sequence}"),
                    Insufficient => $"short {id}",
                    _ => $"odd {id} {outcome}",
                });
            }
        })));
        Tell("done");
        return 0;

        void Tell(string line)
        {
            lock (output)
            {
                Console.Out.WriteLine(line);
                Console.Out.Flush();
            }
        }
    }

    public static IStockStore OpenStore(string kind, string place) => kind == "sqlite" ? SqliteStockStore.At(place, checkpointAfter: 100_000) : PostgreSqlStockStore.At(place, "crash");

    public static Process Start(string kind, string place, string prefix, int limit = int.MaxValue)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath! : "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["exec", typeof(LoadProcess).Assembly.Location, kind, place, prefix, limit.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
