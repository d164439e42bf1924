using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Tests.Stock;

/// <summary>A ledger on a clock that tests move: locations AMS-1 and RTM-1 sell online, SHOP is only itself.</summary>
internal sealed class StockBench : IAsyncDisposable
{
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly StockLedgerOptions _options;

    private StockBench(StockLedger ledger, FakeClock clock, IStockStore store, StockLedgerOptions options) => (Ledger, Clock, Store, _options) = (ledger, clock, store, options);

    public StockLedger Ledger { get; private set; }

    public FakeClock Clock { get; }

    public IStockStore Store { get; }

    public static StockLedgerOptions Options => new() { RefreshInterval = Duration.Zero, Linger = Duration.Zero };

    public static async Task<StockBench> OpenAsync(IStockStore? store = null, StockLedgerOptions? options = null)
    {
        store ??= new MemoryStockStore();
        var clock = new FakeClock(Start);
        options ??= Options;
        var bench = new StockBench(await StockLedger.OpenAsync(store, clock, options), clock, store, options);
        await bench.Ledger.DefineAsync(new StockLocation("AMS-1", "Europe/Amsterdam"));
        await bench.Ledger.DefineAsync(new StockLocation("RTM-1", "Europe/Amsterdam") { PickOrder = 1 });
        await bench.Ledger.DefineAsync(new StockLocation("SHOP") { SellsOnline = false, PickOrder = 2 });
        return bench;
    }

    public async Task ReceiveAsync(string sku, long quantity, string at = "AMS-1", string? lot = null, LocalDate? expires = null) =>
        Assert.IsType<Posted>(await Ledger.ReceiveAsync(new Receipt($"PO-{Ledger.Sequence}-{sku}", at, [new ReceiptLine(sku, quantity) { Lot = lot, Expires = expires }])));

    public Task<ReserveOutcome> ReserveAsync(string id, string sku, long quantity, Duration? ttl = null) =>
        Ledger.ReserveAsync(new ReservationRequest(id, [new(sku, quantity)]) { TimeToLive = ttl });

    public async Task ReopenAsync()
    {
        await Ledger.DisposeAsync();
        Ledger = await StockLedger.OpenAsync(Store, Clock, _options);
    }

    public async Task MustBeSoundAsync()
    {
        StockVerification proof = await Ledger.VerifyAsync();
        Assert.True(proof.IsClean, string.Join("\n", proof.Issues));
    }

    public async ValueTask DisposeAsync() => await Ledger.DisposeAsync();

    public static string[] Codes(StockRefusal refusal) => [.. Assert.IsType<InvalidRequest>(refusal).Issues.Select(i => i.Code)];
}
