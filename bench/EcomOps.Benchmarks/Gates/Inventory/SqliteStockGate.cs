using System.Diagnostics;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Sqlite;
using Microsoft.Data.Sqlite;

namespace EcomOps.Benchmarks.Gates.Inventory;

/// <summary>One hot item on SQLite with synchronous=FULL, beside one transaction for each reservation on the same disk.</summary>
public sealed class SqliteStockGate : IGate
{
    /// <inheritdoc />
    public string Name => "inventory/sqlite-hot-item";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        string folder = Directory.CreateTempSubdirectory("ecomops-gate-").FullName;
        try
        {
            return MeasureAsync(folder).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<GateResult>> MeasureAsync(string folder)
    {
        double naive = Naive(Path.Combine(folder, "naive.db"), TimeSpan.FromSeconds(2));
        await using SqliteStockStore store = SqliteStockStore.At(Path.Combine(folder, "stock.db"));
        await using StockLedger ledger = await StockLoad.OpenAsync(store);
        await StockLoad.ClosedAsync(ledger, 1000, TimeSpan.FromSeconds(1), "warm");
        (double perSecond, double p99) = await StockLoad.ClosedAsync(ledger, 1000, TimeSpan.FromSeconds(3), "closed");
        double half = await StockLoad.OpenLoopAsync(ledger, perSecond / 2, TimeSpan.FromSeconds(3), "open");
        double naiveAfter = Naive(Path.Combine(folder, "naive2.db"), TimeSpan.FromSeconds(1));
        return
        [
            GateResult.AtLeast(Name + "/reservations", perSecond, "1/s", 50_000),
            GateResult.AtLeast(Name + "/versus-naive", perSecond / Math.Max(naive, naiveAfter), "x", 15),
            GateResult.AtMost(Name + "/p99-closed-1000", p99, "ms", 50),
            GateResult.AtMost(Name + "/p99-half-rate", half, "ms", 20),
        ];
    }

    private static double Naive(string path, TimeSpan time)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL");
        Execute("PRAGMA synchronous=FULL");
        Execute("CREATE TABLE stock(sku TEXT PRIMARY KEY, available INTEGER NOT NULL CHECK (available >= 0))");
        Execute("INSERT INTO stock VALUES ('HOT', 1000000000)");
        using SqliteCommand update = connection.CreateCommand();
        update.CommandText = "UPDATE stock SET available = available - 1 WHERE sku = 'HOT' AND available >= 1";
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            update.ExecuteNonQuery();
            count++;
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;

        void Execute(string sql)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
