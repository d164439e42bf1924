using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Sqlite;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Stores.Tests;

public sealed class SqliteCheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecomops-checkpoint-").FullName;

    [Fact]
    public async Task The_log_starts_anew_under_load_instead_of_growing_and_nothing_is_lost()
    {
        string file = Path.Combine(_folder, "stock.db");
        var clock = new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0));
        await using (SqliteStockStore store = SqliteStockStore.At(file, checkpointAfter: 50_000))
        {
            await using StockLedger ledger = await StockLedger.OpenAsync(store, clock, new StockLedgerOptions { RefreshInterval = Duration.Zero, Linger = Duration.Zero });
            await ledger.DefineAsync(new StockLocation("AMS-1"));
            await ledger.ReceiveAsync(new Receipt("PO", "AMS-1", [new("A", 10_000)]));
            for (int i = 0; i < 600; i++)
            {
                Assert.IsType<Reserved>(await ledger.ReserveAsync(new($"o-{i}", [new("A", 1)]) { Firm = true }));
            }

            // 600 commits of at least two pages of 4 KB make above 4 MB when none of them is brought home.
            Assert.InRange(new FileInfo(file + "-wal").Length, 1, 3_000_000);
        }

        await using SqliteStockStore again = SqliteStockStore.At(file);
        await using StockLedger reopened = await StockLedger.OpenAsync(again, clock);
        Assert.Equal((600L, 9_400L), (reopened.Balance("A").Committed, reopened.AvailableToPromise("A")));
        Assert.Empty((await reopened.VerifyAsync()).Issues);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
