using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.PostgreSql;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Snippets.Packages;

public sealed class LedgerSnippets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Stock_is_received_held_and_shipped()
    {
        FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 12, 0));
        string path = Path.Combine(_folder, "stock.db");
        #region Ledger
        await using SqliteStockStore store = SqliteStockStore.At(path);
        await using StockLedger stock = await StockLedger.OpenAsync(store, clock);

        await stock.DefineAsync(new StockLocation("AMS-1", "Europe/Amsterdam"));
        await stock.ReceiveAsync(new Receipt("PO-77/1", "AMS-1", [new("TEE-RED-M", 120), new("MUG-BLUE", 40)]));

        ReserveOutcome hold = await stock.ReserveAsync(
            new ReservationRequest("order-1001", [new("TEE-RED-M", 2), new("MUG-BLUE", 1)]) { TimeToLive = Duration.FromMinutes(15) });
        if (hold is Reserved reserved)
        {
            await stock.CommitAsync(reserved.Id);
            await stock.ShipAsync(new Shipment("parcel-1", reserved.Id, []));
        }

        long sellable = stock.AvailableToPromise("TEE-RED-M");
        StockVerification proof = await stock.VerifyAsync();
        #endregion
        Assert.Equal(118, sellable);
        Assert.Empty(proof.Issues);
    }

    [Fact]
    public async Task A_file_is_backed_up_while_it_runs()
    {
        FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 12, 0));
        string path = Path.Combine(_folder, "running.db");
        string copy = Path.Combine(_folder, "copy.db");
        #region LedgerSqlite
        await using SqliteStockStore store = SqliteStockStore.At(path);
        await using StockLedger stock = await StockLedger.OpenAsync(store, clock);
        await store.BackupAsync(copy);
        #endregion
        Assert.True(File.Exists(copy));
    }

    [Fact]
    public async Task A_host_opens_and_drains_the_ledger()
    {
        FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 12, 0));
        string path = Path.Combine(_folder, "hosted.db");
        #region LedgerHosting
        HostApplicationBuilder host = Host.CreateApplicationBuilder();
        host.Services.AddSingleton<IClock>(clock);                    // SystemClock.Instance
        host.Services.AddEcomOpsInventory(options => options.DefaultTimeToLive = Duration.FromMinutes(10))
            .AddSqliteStockStore(path)
            .AddHosting();
        host.Services.AddHealthChecks().AddStockLedger();
        #endregion
        using IHost running = host.Build();
        await running.StartAsync();
        Assert.Equal(0, running.Services.GetRequiredService<StockLedger>().Sequence);
        await running.StopAsync();
    }

    internal static async Task Shared(IClock clock)
    {
        #region LedgerPostgreSql
        await using PostgreSqlStockStore store = PostgreSqlStockStore.At("Host=db;Database=shop;Username=stock");
        await using StockLedger stock = await StockLedger.OpenAsync(store, clock);
        #endregion
    }
}
