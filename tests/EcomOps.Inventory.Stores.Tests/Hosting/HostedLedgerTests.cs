using EcomOps.Core;
using EcomOps.Inventory.DependencyInjection;
using EcomOps.Inventory.Hosting;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Stores.Tests.Hosting;

public sealed class HostedLedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hosted").FullName;
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 3, 2, 9, 0));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Everything_that_was_acknowledged_is_in_the_file_after_the_host_has_stopped()
    {
        string path = Path.Combine(_folder, "stock.db");
        using (IHost host = Build(services => services.AddEcomOpsInventory().AddSqliteStockStore(path).AddHosting()))
        {
            await host.StartAsync();
            StockLedger ledger = host.Services.GetRequiredService<StockLedger>();
            await ledger.DefineAsync(new StockLocation("AMS-1"));
            await ledger.ReceiveAsync(new Receipt("PO-1", "AMS-1", [new("A", 500)]));
            Task<ReserveOutcome>[] asked = [.. Enumerable.Range(0, 400).Select(i => ledger.ReserveAsync(new($"order-{i}", [new("A", 1)]) { Firm = true }))];
            await host.StopAsync();

            // Stopping finished what waited: every call has its answer, and later ones are turned away.
            Assert.All(asked, a => Assert.True(a.IsCompletedSuccessfully));
            Assert.All(await Task.WhenAll(asked), a => Assert.IsType<Reserved>(a));
            Assert.IsType<Busy>(Assert.IsType<ReserveRefused>(await ledger.ReserveAsync(new("late", [new("A", 1)]))).Refusal);
        }

        await using SqliteStockStore store = SqliteStockStore.At(path);
        await using StockLedger again = await StockLedger.OpenAsync(store, _clock);
        Assert.Equal((400L, 100L), (again.Balance("A").Committed, again.Balance("A").Available));
        Assert.True((await again.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task The_ledger_is_open_before_the_first_service_starts_and_until_the_last_one_stopped()
    {
        var seen = new List<string>();
        using IHost host = Build(services =>
        {
            services.AddHostedService(provider => new Recorder(provider.GetRequiredService<StockLedgerSource>(), seen));
            services.AddEcomOpsInventory().AddMemoryStockStore().AddHosting();
        });
        await host.StartAsync();
        await host.StopAsync();
        Assert.Equal(["started with an open ledger", "stopped with an open ledger"], seen);
        Assert.Null(host.Services.GetRequiredService<StockLedgerSource>().Current);
    }

    [Fact]
    public async Task A_service_that_takes_the_ledger_in_its_constructor_gets_the_one_ledger()
    {
        using IHost host = Build(services =>
        {
            services.AddSingleton<TakesLedger>();
            services.AddHostedService(provider => provider.GetRequiredService<TakesLedger>());
            services.AddEcomOpsInventory().AddMemoryStockStore().AddHosting();
        });
        await host.StartAsync();
        Assert.Same(host.Services.GetRequiredService<StockLedger>(), host.Services.GetRequiredService<TakesLedger>().Ledger);
        Assert.Same(host.Services.GetRequiredService<StockLedger>(), await host.Services.GetRequiredService<StockLedgerSource>().OpenAsync());
        await host.StopAsync();
    }

    [Fact]
    public async Task Health_turns_when_the_store_breaks_and_when_it_comes_back()
    {
        var store = new TroubledStore();
        using IHost host = Build(services =>
        {
            services.AddSingleton<IStockStore>(store);
            services.AddEcomOpsInventory(o => o.RefreshInterval = Duration.Zero).AddHosting();
            services.AddHealthChecks().AddStockLedger();
        });
        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(host));
        await host.StartAsync();
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(host));
        StockLedger ledger = host.Services.GetRequiredService<StockLedger>();
        store.FailReads = true;
        store.FailAfter = int.MaxValue;
        await ledger.DefineAsync(new StockLocation("AMS-1"));
        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(host));
        store.FailReads = false;
        store.FailAfter = 0;
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(host));
        await host.StopAsync();
        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(host));
    }

    [Fact]
    public async Task A_queue_that_is_nearly_full_is_degraded()
    {
        var store = new StoppableStore();
        using IHost host = Build(services =>
        {
            services.AddSingleton<IStockStore>(store);
            services.AddEcomOpsInventory(o => (o.RefreshInterval, o.QueueCapacity, o.MaximumBatch) = (Duration.Zero, 10, 1)).AddHosting();
            services.AddHealthChecks().AddStockLedger();
        });
        await host.StartAsync();
        StockLedger ledger = host.Services.GetRequiredService<StockLedger>();
        store.Stop();
        Task<DefinitionOutcome> first = ledger.DefineAsync(new StockLocation("L0"));
        await store.Reached;
        Task<DefinitionOutcome>[] waiting = [.. Enumerable.Range(1, 9).Select(i => ledger.DefineAsync(new StockLocation($"L{i}")))];

        // Asked directly, so that it looks at the queue before the store goes on.
        var check = new StockLedgerHealthCheck(host.Services.GetRequiredService<StockLedgerSource>(), Options.Create(new StockLedgerHealthOptions()));
        Task<HealthCheckResult> asked = check.CheckHealthAsync(new() { Registration = new("stock_ledger", check, null, null) });
        store.Continue();
        HealthCheckResult result = await asked;
        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Equal(9, result.Data["waiting"]);
        await Task.WhenAll([first, .. waiting]);
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(host));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_store_that_hangs_is_unhealthy_after_its_time_limit()
    {
        var store = new StoppableStore();
        using IHost host = Build(services =>
        {
            services.AddSingleton<IStockStore>(store);
            services.AddEcomOpsInventory(o => o.RefreshInterval = Duration.Zero).AddHosting();
            services.AddHealthChecks().AddStockLedger(o => o.AnswerWithin = Duration.FromMilliseconds(20));
        });
        await host.StartAsync();
        store.Stop();
        Task<DefinitionOutcome> hanging = host.Services.GetRequiredService<StockLedger>().DefineAsync(new StockLocation("L"));
        await store.Reached;
        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(host));
        store.Continue();
        Assert.Empty((await hanging).Issues);
        await host.StopAsync();
    }

    [Fact]
    public async Task Wrong_options_fail_at_start_with_every_problem()
    {
        using IHost host = Build(services => services.AddEcomOpsInventory(o =>
        {
            o.Shard = string.Empty;
            o.MaximumBatch = 0;
            o.DefaultTimeToLive = Duration.FromHours(30);
            o.KeyRetention = Duration.FromHours(1);
            o.Linger = Duration.FromSeconds(-1);
        }).AddSqliteStockStore(Path.Combine(_folder, "no", "such", "stock.db")).AddHosting());
        AggregateException all = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync());
        string text = string.Join('\n', all.InnerExceptions.SelectMany(e => Assert.IsType<OptionsValidationException>(e).Failures));
        Assert.All(["Shard", "MaximumBatch", "DefaultTimeToLive", "KeyRetention", "Linger", "Path"], member => Assert.Contains(member + ":", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_section_sets_the_options_and_names_what_it_cannot_read()
    {
        IConfiguration good = Section(("Shard", "shop"), ("DefaultTimeToLive", "00:05:00"), ("MaximumTimeToLive", "1.00:00:00"), ("QueueCapacity", "5000"), ("Path", Path.Combine(_folder, "s.db")));
        using (IHost host = Build(services => services.AddEcomOpsInventory(good).AddSqliteStockStore(good).AddHosting()))
        {
            await host.StartAsync();
            StockLedger ledger = host.Services.GetRequiredService<StockLedger>();
            Assert.Equal(("shop", 5000), (ledger.Shard, ledger.Health().Capacity));
            Assert.Equal(Duration.FromMinutes(5), host.Services.GetRequiredService<IOptions<StockLedgerOptions>>().Value.DefaultTimeToLive);
            await host.StopAsync();
        }

        using IHost bad = Build(services => services.AddEcomOpsInventory(Section(("DefaultTimeToLive", "15 minutes"), ("MaximumBatch", "many"))).AddMemoryStockStore().AddHosting());
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => bad.StartAsync());
        Assert.Equal(2, refused.Failures.Count());
        Assert.Contains(refused.Failures, f => f.StartsWith("DefaultTimeToLive: '15 minutes'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "ecomops_stock", "ConnectionString")]
    [InlineData("Database=shop", "ecomops_stock", "no Host")]
    [InlineData("hello", "ecomops_stock", "no Npgsql connection string")]
    [InlineData("Host=db;Password=secret", "Stock-1", "Schema")]
    public async Task A_wrong_database_fails_at_start_without_telling_the_password(string connection, string schema, string expected)
    {
        using IHost host = Build(services => services.AddEcomOpsInventory().AddPostgreSqlStockStore(o => (o.ConnectionString, o.Schema) = (connection, schema)).AddHosting());
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_store_or_a_clock_is_told_what_to_add()
    {
        using IHost noStore = Build(services => services.AddEcomOpsInventory().AddHosting());
        Assert.Contains("AddSqliteStockStore", (await Assert.ThrowsAsync<InvalidOperationException>(() => noStore.StartAsync())).Message, StringComparison.Ordinal);
        await using ServiceProvider noClock = new ServiceCollection().AddEcomOpsInventory().AddMemoryStockStore().Services.BuildServiceProvider();
        Assert.Contains("IClock", Assert.Throws<InvalidOperationException>(noClock.GetRequiredService<StockLedger>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_gone_at_start_fails_the_start_and_the_next_try_opens_it()
    {
        var store = new TroubledStore { FailReads = true };
        await using var source = new StockLedgerSource(store, _clock, new());
        Assert.Equal("store_unavailable", (await Assert.ThrowsAsync<EcomOpsException>(() => source.OpenAsync())).Code);
        store.FailReads = false;
        Assert.Equal(0, (await source.OpenAsync()).Sequence);
    }

    private static async Task<HealthStatus> StatusAsync(IHost host) => (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;

    private static IConfiguration Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build();

    private IHost Build(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<IClock>(_clock);
        add(builder.Services);
        return builder.Build();
    }

    private sealed class TakesLedger(StockLedger ledger) : BackgroundService
    {
        public StockLedger Ledger { get; } = ledger;

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    private sealed class Recorder(StockLedgerSource source, List<string> seen) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Note("started");

        public Task StopAsync(CancellationToken cancellationToken) => Note("stopped");

        private Task Note(string what)
        {
            seen.Add($"{what} with {(source.Current is null ? "no" : "an open")} ledger");
            return Task.CompletedTask;
        }
    }
}
