using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Sqlite;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Stores.Tests;

/// <summary>SQLite itself refuses to grow, by its own limit of pages: the engine meets SQLITE_FULL, as on a full disk.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_database_refuses_whole_batches_and_goes_on_when_there_is_room()
    {
        string folder = Directory.CreateTempSubdirectory("ecomops-stock-").FullName;
        string file = Path.Combine(folder, "stock.db");
        var clock = new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0));
        await using (SqliteStockStore store = SqliteStockStore.At(file, maximumPages: 60))
        {
            await using StockLedger ledger = await StockLedger.OpenAsync(store, clock, new() { RefreshInterval = Duration.Zero });
            await ledger.DefineAsync(new StockLocation("AMS-1"));
            await ledger.ReceiveAsync(new Receipt("PO", "AMS-1", [new("A", 1_000_000)]));
            long taken = 0;
            NotStored? full = null;
            for (int i = 0; i < 200 && full is null; i++)
            {
                IReadOnlyList<ReserveOutcome> outcomes = await ledger.ReserveAllAsync(Enumerable.Range(0, 100).Select(n => new ReservationRequest($"o{i}-{n}", [new("A", 1)])));
                taken += outcomes.Count(o => o is Reserved);
                full = outcomes.OfType<ReserveRefused>().Select(r => Assert.IsType<NotStored>(r.Refusal)).FirstOrDefault();
            }

            Assert.Equal("store_full", full?.Code);
            Assert.InRange(taken, 1, 19_999);
            Assert.False(ledger.Health().IsHealthy);
            Assert.Equal((1_000_000 - taken, taken), (ledger.AvailableToPromise("A"), ledger.Balance("A").Held));
            Assert.Empty((await ledger.VerifyAsync()).Issues);
            Assert.IsType<NotStored>(Assert.IsType<PostingRefused>(await ledger.ReceiveAsync(new Receipt("PO-2", "AMS-1", [.. Enumerable.Range(0, 2000).Select(n => new ReceiptLine($"B{n}", 1))]))).Refusal);
            Assert.Equal(0, ledger.AvailableToPromise("B1"));

            store.MaximumPages = 100_000;
            Assert.IsType<Reserved>(await ledger.ReserveAsync(new("after", [new("A", 1)])));
            Assert.True(ledger.Health().IsHealthy);
            Assert.Equal(1_000_000 - taken - 1, ledger.AvailableToPromise("A"));
            Assert.Empty((await ledger.VerifyAsync()).Issues);
        }

        Directory.Delete(folder, recursive: true);
    }
}
