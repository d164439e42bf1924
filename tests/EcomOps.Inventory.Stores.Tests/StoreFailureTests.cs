using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Stores.Tests;

public sealed class StoreFailureTests
{
    private static readonly FakeClock Clock = new(Instant.FromUtc(2026, 1, 1, 0, 0));

    [Fact]
    public async Task A_lost_answer_is_found_out_and_the_request_has_one_effect()
    {
        var store = new TroubledStore();
        await using StockLedger ledger = await FilledAsync(store);
        store.FailAfter = 1;
        Assert.IsType<Reserved>(await ledger.ReserveAsync(new("o", [new("A", 4)])));
        Assert.Equal(6, ledger.AvailableToPromise("A"));
        Assert.True((await ledger.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task A_store_that_is_gone_is_indeterminate_and_repeating_the_key_gives_the_answer()
    {
        var store = new TroubledStore();
        await using StockLedger ledger = await FilledAsync(store);
        store.FailAfter = int.MaxValue;
        store.FailReads = true;
        Assert.IsType<Indeterminate>(Assert.IsType<ReserveRefused>(await ledger.ReserveAsync(new("o", [new("A", 4)]))).Refusal);
        Assert.False(ledger.Health().IsHealthy);
        Assert.Equal(10, ledger.AvailableToPromise("A"));
        (store.FailAfter, store.FailReads) = (0, false);
        Reserved answer = Assert.IsType<Reserved>(await ledger.ReserveAsync(new("o", [new("A", 4)])));
        Assert.Equal(answer.Sequence, Assert.IsType<Reserved>(await ledger.ReserveAsync(new("o", [new("A", 4)]))).Sequence);
        Assert.Equal(6, ledger.AvailableToPromise("A"));
        await ledger.ReserveAsync(new("p", [new("A", 1)]));
        Assert.True(ledger.Health().IsHealthy);
        Assert.True((await ledger.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task A_full_store_changes_nothing_and_says_so()
    {
        var store = new TroubledStore();
        await using StockLedger ledger = await FilledAsync(store);
        store.IsFull = true;
        Assert.Equal("store_full", Assert.IsType<NotStored>(Assert.IsType<ReserveRefused>(await ledger.ReserveAsync(new("o", [new("A", 4)]))).Refusal).Code);
        Assert.Equal((10L, 10L), (ledger.AvailableToPromise("A"), ledger.Balance("A").Available));
        store.IsFull = false;
        Assert.IsType<Reserved>(await ledger.ReserveAsync(new("o", [new("A", 4)])));
        Assert.True((await ledger.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task Rules_that_were_not_stored_do_not_count()
    {
        // Lot L lasts 10 days; the market holds 2 of its units and 1 backorder when the store is full.
        var store = new TroubledStore();
        await using StockLedger ledger = await FilledAsync(store);
        await ledger.DefineAsync(new SalesChannel("market"));
        await ledger.DefineAsync(new Kits.StockItem("B") { BackorderLimit = 5 });
        await ledger.ReceiveAsync(new Receipt("L", "AMS-1", [new("B", 4) { Lot = "L", Expires = new LocalDate(2026, 1, 11) }]));
        await ledger.ReserveAsync(new("m", [new("B", 2)]) { Channel = "market", Firm = true });
        store.IsFull = true;
        DefinitionOutcome[] outcomes = await Task.WhenAll(
            ledger.DefineAsync(new SalesChannel("market") { MinimumRemainingDays = 30, BackorderLimit = 1 }),
            ledger.ClosePeriodAsync(new(new LocalDate(2025, 12, 30))));
        Assert.All(outcomes, o => Assert.Equal("store_full", Assert.Single(o.Issues).Code));
        Assert.Null(ledger.ClosedPeriod);
        Assert.Equal((2L, 5L), (ledger.AvailableToPromise("B", "market"), ledger.AvailableToBackorder("B", "market")));
        store.IsFull = false;
        Assert.True((await ledger.DefineAsync(new SalesChannel("market") { MinimumRemainingDays = 30, BackorderLimit = 1 })).IsTaken);
        Assert.Equal((0L, 2L), (ledger.AvailableToPromise("B", "market"), ledger.AvailableToPromise("B")));
        Assert.True((await ledger.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task A_drained_ledger_finishes_what_waits_and_takes_no_more()
    {
        await using StockLedger ledger = await FilledAsync(new MemoryStockStore());
        Task<ReserveOutcome>[] waiting = [.. Enumerable.Range(0, 10).Select(i => ledger.ReserveAsync(new($"o{i}", [new("A", 1)])))];
        await ledger.DrainAsync();
        Assert.All(await Task.WhenAll(waiting), o => Assert.IsType<Reserved>(o));
        Assert.IsType<Busy>(Assert.IsType<ReserveRefused>(await ledger.ReserveAsync(new("late", [new("A", 1)]))).Refusal);
    }

    [Fact]
    public async Task SQLite_backup_newer_version_and_damage()
    {
        string folder = Directory.CreateTempSubdirectory("ecomops-stock-").FullName;
        string file = Path.Combine(folder, "stock.db");
        string copy = Path.Combine(folder, "copy.db");
        await using (SqliteStockStore store = SqliteStockStore.At(file))
        {
            await using StockLedger ledger = await FilledAsync(store);
            Task<IReadOnlyList<ReserveOutcome>> load = ledger.ReserveAllAsync(Enumerable.Range(0, 2000).Select(i => new ReservationRequest($"o{i}", [new("A", 1)])));
            await store.BackupAsync(copy);
            await load;
        }

        await using (SqliteStockStore backup = SqliteStockStore.At(copy))
        {
            await using StockLedger ledger = await StockLedger.OpenAsync(backup, Clock);
            Assert.True((await ledger.VerifyAsync()).IsClean);
            Execute(copy, "UPDATE entry SET payload = zeroblob(length(payload)) WHERE sequence = 2");
            EcomOpsException damaged = await Assert.ThrowsAsync<EcomOpsException>(() => ledger.VerifyAsync());
            Assert.Equal("stock_log_newer", damaged.Code);
        }

        Execute(file, "UPDATE batch SET hash = zeroblob(32) WHERE first_sequence = 2");
        await using (SqliteStockStore changed = SqliteStockStore.At(file))
        {
            await using StockLedger ledger = await StockLedger.OpenAsync(changed, Clock);
            Assert.Contains((await ledger.VerifyAsync()).Issues, i => i.Code == "hash_differs");
        }

        Execute(file, "PRAGMA user_version=99");
        await using SqliteStockStore newer = SqliteStockStore.At(file);
        Assert.Equal("stock_store_newer", (await Assert.ThrowsAsync<EcomOpsException>(() => StockLedger.OpenAsync(newer, Clock))).Code);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<StockLedger> FilledAsync(IStockStore store)
    {
        StockLedger ledger = await StockLedger.OpenAsync(store, Clock, new StockLedgerOptions { RefreshInterval = Duration.Zero });
        await ledger.DefineAsync(new StockLocation("AMS-1"));
        await ledger.ReceiveAsync(new Receipt("PO", "AMS-1", [new("A", 10)]));
        return ledger;
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
