using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.PostgreSql;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Sqlite;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Stores.Tests;

/// <summary>Random commands against a plain model: numbers in dictionaries, no locks, no log.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class ModelTests(PostgreSqlFixture fixture)
{
    private static int s_run;

    [Fact]
    public void Memory_behaves_as_the_model() => Run(200, _ => new MemoryStockStore());

    [Fact]
    public void SQLite_behaves_as_the_model()
    {
        string folder = Directory.CreateTempSubdirectory("ecomops-model-").FullName;
        Run(40, run => SqliteStockStore.At(Path.Combine(folder, run + ".db")));
        Directory.Delete(folder, recursive: true);
    }

    [PostgreSqlFact]
    public void PostgreSQL_behaves_as_the_model() => Run(25, run => PostgreSqlStockStore.At(fixture.Server!.ConnectionString, "model_" + run));

    private static void Run(int tests, Func<int, IStockStore> open)
    {
        Gen<Step> step = from kind in Gen.Choose(0, 10)
                         from sku in Gen.Elements("A", "B")
                         from quantity in Gen.Choose(1, 9)
                         from target in Gen.Choose(0, 11)
                         from pool in Gen.Elements("*", "AMS-1", "RTM-1")
                         select new Step(kind, sku, quantity, target, pool);
        Prop.ForAll(Arb.From(Gen.ListOf(step)), steps => PlayAsync(open(Interlocked.Increment(ref s_run)), [.. steps]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithEndSize(60));
    }

    private static async Task PlayAsync(IStockStore store, Step[] steps)
    {
        await using (store)
        {
            var clock = new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0));
            var options = new StockLedgerOptions { RefreshInterval = Duration.Zero, Linger = Duration.Zero };
            StockLedger ledger = await StockLedger.OpenAsync(store, clock, options);
            await ledger.DefineAsync(new StockLocation("AMS-1"));
            await ledger.DefineAsync(new StockLocation("RTM-1"));
            await ledger.PostAllAsync([new Receipt("first", "AMS-1", [new("A", 5), new("B", 5)])]);
            var model = new StockModel();
            model.OnHand[("A", "AMS-1")] = model.OnHand[("B", "AMS-1")] = 5;
            for (int i = 0; i < steps.Length; i++)
            {
                Step step = steps[i];
                if (step.Kind == 10)
                {
                    await ledger.DisposeAsync();
                    ledger = await StockLedger.OpenAsync(store, clock, options);
                }

                bool expected = model.Play(step, i, clock);
                bool actual = await DoAsync(ledger, step, i);
                Assert.True(expected == actual, $"Step {i} {step}: the model says {expected}, the ledger {actual}.");
                foreach (string sku in (string[])["A", "B"])
                {
                    foreach (string pool in (string[])["*", "AMS-1", "RTM-1"])
                    {
                        Assert.Equal(Math.Max(0, model.Available(sku, pool, clock)), ledger.AvailableToPromise(sku, pool: pool));
                        Assert.Equal(model.Available(sku, pool, clock), ledger.Balance(sku, pool).Available);
                    }

                    Assert.Equal(0, ledger.Accounts(sku).Sum(a => a.Value));
                }
            }

            StockVerification proof = await ledger.VerifyAsync();
            Assert.True(proof.IsClean, string.Join("; ", proof.Issues));
            await ledger.DisposeAsync();
        }
    }

    private static async Task<bool> DoAsync(StockLedger ledger, Step step, int number) => step.Kind switch
    {
        0 => await ledger.ReceiveAsync(new Receipt($"r{number}", step.Location, [new(step.Sku, step.Quantity)])) is Posted,
        1 or 2 => await ledger.ReserveAsync(new($"c{step.Target}", [new(step.Sku, step.Quantity)]) { Pool = step.Pool, TimeToLive = Duration.FromSeconds(30) }) is Reserved,
        3 => await ledger.CommitAsync($"c{step.Target}") is ClaimChanged,
        4 => await ledger.ReleaseAsync($"c{step.Target}") is ClaimChanged,
        5 => await ledger.ShipAsync(new Shipment($"s{number}", $"c{step.Target}", [])) is Posted,
        6 => await ledger.AdjustAsync(new Adjustment($"a{number}", step.Location, [new(step.Sku, -step.Quantity)])) is Posted,
        7 => await ledger.ReturnAsync(new CustomerReturn($"t{number}", step.Location, [new(step.Sku, step.Quantity)]) { Condition = StockCondition.Sellable }) is Posted,
        8 => await ledger.PostAsync(new TransferDispatch($"d{number}", step.Location, step.Other, [new(step.Sku, step.Quantity)])) is Posted,
        _ => true,
    };
}

public sealed record Step(int Kind, string Sku, int Quantity, int Target, string Pool)
{
    public string Location => Pool == "RTM-1" ? "RTM-1" : "AMS-1";

    public string Other => Location == "AMS-1" ? "RTM-1" : "AMS-1";
}
