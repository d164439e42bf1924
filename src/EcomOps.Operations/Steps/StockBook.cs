using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Stores;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using EcomOps.Routing.Plans;
using EcomOps.Routing.Stock;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>The stock ledger of the run: receipts, shipments and returns of the history, or the stock that the settings assume, and reservations of the newest orders.</summary>
internal sealed class StockBook : IStockView, IAsyncDisposable
{
    /// <summary>Where stock lies when no site is known.</summary>
    private const string OnlyPlace = "shop";

    private readonly ShopHistory _history;
    private readonly StockLedger _ledger;
    private readonly MemoryStockStore _store;
    private readonly string[] _places;
    private readonly bool _assumed;
    private readonly int _refused;
    private readonly bool _known;
    private int _reserved;

    private StockBook(ShopHistory history, StockLedger ledger, MemoryStockStore store, string[] places, bool known, bool assumed, int refused) =>
        (_history, _ledger, _store, _places, _known, _assumed, _refused) = (history, ledger, store, places, known, assumed, refused);

    internal static async Task<StockBook> OpenAsync(ShopHistory history, StoreSettings settings, WeeklyDemand demand, CancellationToken cancellationToken)
    {
        var store = new MemoryStockStore();
        var clock = new EndOfHistory(history.Until.AtStartOfDayInZone(history.Zone).ToInstant());
        StockLedger ledger = await StockLedger.OpenAsync(store, clock, new StockLedgerOptions { Linger = Duration.Zero, RefreshInterval = Duration.Zero }, cancellationToken).ConfigureAwait(false);
        string[] places = history.Sites.Count > 0 ? [.. history.Sites.Select(s => s.Id)] : [OnlyPlace];
        for (int i = 0; i < places.Length; i++)
        {
            await ledger.DefineAsync(new StockLocation(places[i]) { PickOrder = i }, cancellationToken).ConfigureAwait(false);
        }

        bool assumed = history.Receipts.Count == 0 && settings.Supply.StockCoverWeeks is not null;
        IEnumerable<StockDocument> documents = history.Receipts.Count > 0
            ? StockDocuments.Recorded(history, places[0])
            : assumed ? StockDocuments.Assumed(history, places, demand, settings.Supply.StockCoverWeeks!.Value) : [];
        IReadOnlyList<PostingOutcome> outcomes = await ledger.PostAllAsync(documents, cancellationToken).ConfigureAwait(false);
        return new(history, ledger, store, places, assumed || history.Receipts.Count > 0, assumed, outcomes.Count(o => o is not Posted));
    }

    public long Available(string locationId, Sku sku) => Math.Max(0, _ledger.AvailableToPromise(sku, pool: locationId));

    /// <summary>Reserves what a plan sends, at the places that send it.</summary>
    internal async Task ReserveAsync(string orderId, RoutingPlan plan, CancellationToken cancellationToken)
    {
        ReservationLine[] lines = [.. plan.Parcels.SelectMany(p => p.Lines.Select(l => new ReservationLine(l.Sku, l.Units) { Pool = p.LocationId }))];
        if (lines.Length > 0 && await _ledger.ReserveAsync(new ReservationRequest($"order/{orderId}", lines) { Firm = true }, cancellationToken).ConfigureAwait(false) is Reserved)
        {
            _reserved++;
        }
    }

    /// <summary>The stock as the ledger has it now, with the proof of its balances.</summary>
    internal async Task<StockResults> ResultsAsync(CancellationToken cancellationToken)
    {
        var onHand = new Dictionary<Sku, long>();
        var claimed = new Dictionary<Sku, long>();
        var bySite = new Dictionary<(string, Sku), long>();
        if (_known)
        {
            foreach (Sku sku in _history.Products.Select(p => p.Sku))
            {
                StockBalance balance = _ledger.Balance(sku);
                onHand[sku] = balance.Sellable;
                claimed[sku] = balance.Held + balance.Committed;
                foreach (string place in _places)
                {
                    bySite[(place, sku)] = _ledger.Balance(sku, place).Sellable;
                }
            }
        }

        StockVerification proof = await _ledger.VerifyAsync(cancellationToken).ConfigureAwait(false);
        return new(onHand, claimed, bySite, proof.Movements, _refused, _reserved, proof.IsClean, _assumed);
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync().ConfigureAwait(false);
        await _store.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The run looks at the shop as it stands when the history ends.</summary>
    private sealed class EndOfHistory(Instant at) : IClock
    {
        public Instant GetCurrentInstant() => at;
    }
}
