using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Sqlite;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Stores.Tests.Older;

/// <summary><c>stock-older.sqlite</c> was written before channels had limits and periods could be closed: a snapshot of form 1, and entries of forms 8 to 10 before and after it.</summary>
public sealed class OlderStoreTests
{
    [Fact]
    public async Task A_store_of_an_older_version_opens_and_goes_on()
    {
        string folder = Directory.CreateTempSubdirectory("ecomops-stock-").FullName;
        string file = Path.Combine(folder, "stock.db");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Older", "stock-older.sqlite"), file);
        var clock = new FakeClock(Instant.FromUtc(2026, 6, 1, 9, 0));
        for (int opening = 0; opening < 3; opening++)
        {
            await using SqliteStockStore store = SqliteStockStore.At(file);
            await using StockLedger ledger = await StockLedger.OpenAsync(store, clock, new() { RefreshInterval = Duration.Zero });
            Assert.Equal((96L, 7L), (ledger.AvailableToPromise("MILK"), ledger.AvailableToPromise("TEA")));
            Assert.Equal(["AMS-1", "BER-1"], ledger.Locations().Select(l => l.Code));
            Assert.Equal(new SalesChannel("web", "north") { Share = 0.5m, Buffer = 1, Cap = 40 }, ledger.Channels().Single(c => c.Name == "web"));
            Assert.Equal(4, ledger.Channels().Single(c => c.Name == "shop").Buffer);
            Kits.StockItem milk = ledger.Items().Single(i => i.Sku == "MILK");
            Assert.Equal((5L, null, 2, 10), (milk.BackorderLimit, milk.PreorderLimit, milk.MinimumRemainingDays, milk.StaleDays));

            // Quota 20 of web, 3 of them claimed; the shop shows the rest of 96 less 17 and its own buffer of 3.
            Assert.Equal((17L, 76L), (ledger.AvailableToPromise("MILK", "web"), ledger.AvailableToPromise("MILK", "shop")));
            Assert.Equal(ClaimStatus.Committed, ledger.Claim("order-1")!.Status);
            Assert.Equal(30, ledger.Supply("MILK").Single().Quantity);
            Assert.Equal(opening == 0, ledger.ClosedPeriod is null);
            Assert.Empty((await ledger.VerifyAsync()).Issues);
            Assert.True((await ledger.ClosePeriodAsync(new(new LocalDate(2026, 5, 31)))).IsTaken);
            if (opening == 1)
            {
                await ledger.SnapshotAsync();
            }
        }

        Directory.Delete(folder, recursive: true);
    }
}
