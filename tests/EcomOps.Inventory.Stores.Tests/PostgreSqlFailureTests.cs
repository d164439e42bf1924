using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.PostgreSql;
using EcomOps.Inventory.Reservations;
using EcomOps.Testing.Inventory;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace EcomOps.Inventory.Stores.Tests;

public sealed class PostgreSqlFailureTests
{
    private static readonly FakeClock Clock = new(Instant.FromUtc(2026, 1, 1, 0, 0));

    [PostgreSqlFact]
    public async Task A_server_that_dies_in_the_middle_leaves_one_effect_when_the_request_is_repeated()
    {
        using PrivatePostgreSql server = PrivatePostgreSql.Start();
        await using PostgreSqlStockStore store = PostgreSqlStockStore.At(server.ConnectionString, "gone");
        await using StockLedger ledger = await StockLedger.OpenAsync(store, Clock, new StockLedgerOptions { RefreshInterval = Duration.Zero });
        await ledger.DefineAsync(new StockLocation("AMS-1"));
        await ledger.ReceiveAsync(new Receipt("PO", "AMS-1", [new("A", 10)]));
        server.Kill();
        Assert.IsType<Indeterminate>(Assert.IsType<ReserveRefused>(await ledger.ReserveAsync(new("o", [new("A", 4)]))).Refusal);
        Assert.Equal((10L, false), (ledger.AvailableToPromise("A"), ledger.Health().IsHealthy));
        server.Restart();
        Reserved answer = Assert.IsType<Reserved>(await ledger.ReserveAsync(new("o", [new("A", 4)])));
        Assert.Equal(answer.Sequence, Assert.IsType<Reserved>(await ledger.ReserveAsync(new("o", [new("A", 4)]))).Sequence);
        Assert.Equal(6, ledger.AvailableToPromise("A"));
        Assert.Empty((await ledger.VerifyAsync()).Issues);
    }

    [PostgreSqlFact]
    public async Task A_schema_of_a_newer_version_is_refused()
    {
        using PrivatePostgreSql server = PrivatePostgreSql.Start();
        await using (PostgreSqlStockStore store = PostgreSqlStockStore.At(server.ConnectionString, "newer"))
        {
            await using StockLedger ledger = await StockLedger.OpenAsync(store, Clock);
        }

        await using (NpgsqlDataSource source = NpgsqlDataSource.Create(server.ConnectionString))
        {
            await using NpgsqlCommand command = source.CreateCommand("INSERT INTO newer.version VALUES (99)");
            await command.ExecuteNonQueryAsync();
        }

        await using PostgreSqlStockStore newer = PostgreSqlStockStore.At(server.ConnectionString, "newer");
        Assert.Equal("stock_store_newer", (await Assert.ThrowsAsync<EcomOpsException>(() => StockLedger.OpenAsync(newer, Clock))).Code);
    }
}
