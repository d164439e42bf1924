using System.Diagnostics;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.PostgreSql;
using EcomOps.Testing.Inventory;
using Npgsql;

namespace EcomOps.Benchmarks.Gates.Inventory;

/// <summary>One hot item on a private PostgreSQL, beside one row update for each reservation from 8 clients on the same server.</summary>
public sealed class PostgreSqlStockGate : IGate
{
    /// <inheritdoc />
    public string Name => "inventory/postgresql-hot-item";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        if (PrivatePostgreSql.MissingReason is { } reason)
        {
            return [GateResult.Missing(Name + "/versus-naive", "x", 15, higherIsBetter: true, reason), GateResult.Missing(Name + "/reservations", "1/s", 20_000, higherIsBetter: true, reason)];
        }

        using PrivatePostgreSql server = PrivatePostgreSql.Start();
        return MeasureAsync(server.ConnectionString).GetAwaiter().GetResult();
    }

    private async Task<IReadOnlyList<GateResult>> MeasureAsync(string connectionString)
    {
        double naive = await NaiveAsync(connectionString, TimeSpan.FromSeconds(3));
        await using PostgreSqlStockStore store = PostgreSqlStockStore.At(connectionString);
        await using StockLedger ledger = await StockLoad.OpenAsync(store);
        await StockLoad.ClosedAsync(ledger, 1000, TimeSpan.FromSeconds(1), "warm");
        (double perSecond, _) = await StockLoad.ClosedAsync(ledger, 1000, TimeSpan.FromSeconds(3), "closed");
        return
        [
            GateResult.AtLeast(Name + "/versus-naive", perSecond / naive, "x", 15),
            GateResult.AtLeast(Name + "/reservations", perSecond, "1/s", 20_000),
        ];
    }

    private static async Task<double> NaiveAsync(string connectionString, TimeSpan time)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
        await using (NpgsqlCommand create = source.CreateCommand("CREATE TABLE naive(sku text PRIMARY KEY, available bigint NOT NULL CHECK (available >= 0)); INSERT INTO naive VALUES ('HOT', 1000000000)"))
        {
            await create.ExecuteNonQueryAsync();
        }

        long start = Stopwatch.GetTimestamp();
        int[] counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using NpgsqlConnection connection = await source.OpenConnectionAsync();
            await using var update = new NpgsqlCommand("UPDATE naive SET available = available - 1 WHERE sku = 'HOT' AND available >= 1", connection);
            await update.PrepareAsync();
            int count = 0;
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                await update.ExecuteNonQueryAsync();
                count++;
            }

            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
