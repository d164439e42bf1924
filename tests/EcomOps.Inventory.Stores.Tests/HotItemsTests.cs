using System.Globalization;
using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.PostgreSql;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Sqlite;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Stores.Tests;

/// <summary>1,000 callers with random baskets over 20 hot items, five times as much demand as stock. ECOMOPS_BASKETS sets the baskets of a caller (3 by default; 100 before a release).</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class HotItemsTests(PostgreSqlFixture fixture)
{
    private const int Callers = 1000;
    private const int Items = 20;

    private static int Baskets => int.TryParse(Environment.GetEnvironmentVariable("ECOMOPS_BASKETS"), CultureInfo.InvariantCulture, out int baskets) ? baskets : 3;

    [Fact]
    public Task Memory_sells_each_item_out_and_not_a_unit_more() => SellAsync(new MemoryStockStore());

    [Fact]
    public async Task SQLite_sells_each_item_out_and_not_a_unit_more()
    {
        string folder = Directory.CreateTempSubdirectory("ecomops-hot-").FullName;
        await SellAsync(SqliteStockStore.At(Path.Combine(folder, "stock.db")));
        Directory.Delete(folder, recursive: true);
    }

    [PostgreSqlFact]
    public Task PostgreSQL_sells_each_item_out_and_not_a_unit_more() => SellAsync(PostgreSqlStockStore.At(fixture.Server!.ConnectionString, "hot"));

    private static async Task SellAsync(IStockStore store)
    {
        await using (store)
        {
            // A basket holds two units on average.
            long stock = Callers * Baskets * 2 / 5 / Items;
            await using StockLedger ledger = await StockLedger.OpenAsync(store, new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0)), new StockLedgerOptions { RefreshInterval = Duration.Zero });
            await ledger.DefineAsync(new StockLocation("AMS-1"));
            await ledger.ReceiveAsync(new Receipt("PO", "AMS-1", [.. Enumerable.Range(0, Items).Select(i => new ReceiptLine(Item(i), stock))]));
            long[] sold = new long[Items];
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
            {
                var random = new Random(caller);
                for (int i = 0; i < Baskets; i++)
                {
                    int[] wanted = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(Items))];
                    ReserveOutcome outcome = await ledger.ReserveAsync(new($"o-{caller}-{i}", [.. wanted.Select(item => new ReservationLine(Item(item), 1))]) { Firm = true });
                    Assert.True(outcome is Reserved or Insufficient, outcome.ToString());
                    foreach (int item in outcome is Reserved ? wanted : [])
                    {
                        Interlocked.Increment(ref sold[item]);
                    }
                }
            })));
            for (int i = 0; i < Items; i++)
            {
                StockBalance balance = ledger.Balance(Item(i));
                Assert.InRange(sold[i], 0, stock);
                Assert.Equal((sold[i], stock - sold[i]), (balance.Committed, balance.Available));

                // Whoever wants the last units alone gets them, and nobody gets one more.
                Assert.Equal(stock > sold[i], await ledger.ReserveAsync(new($"rest-{i}", [new(Item(i), Math.Max(1, stock - sold[i]))]) { Firm = true }) is Reserved);
                Assert.IsType<Insufficient>(await ledger.ReserveAsync(new($"more-{i}", [new(Item(i), 1)])));
            }

            Assert.Equal(stock * Items, ledger.Claims().SelectMany(c => c.Lines).Sum(l => l.Open));
            Assert.Empty((await ledger.VerifyAsync()).Issues);
        }
    }

    private static Sku Item(int i) => string.Create(CultureInfo.InvariantCulture, $"HOT-{i:00}");
}
