using EcomOps.Core;
using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Kits;
using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Reservations.Internal;
using EcomOps.Inventory.Stores;
using EcomOps.Inventory.Supply;
using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>The one stock ledger: movements, claims and what is available to promise, for every channel.</summary>
/// <remarks>
/// <para>All changes go through one writer in batches; a call returns when its change is durable in the store. Expected refusals are outcomes, not exceptions.
/// Several ledgers, also in several processes, may share one store: each decides again when another was first.</para>
/// <para>Thread-safe. Time never runs backwards here: when the clock does, the time of the last entry stands in for it.</para>
/// </remarks>
public sealed partial class StockLedger : IAsyncDisposable
{
    private readonly IStockStore _store;
    private readonly IClock _clock;
    private readonly StockLedgerOptions _options;
    private readonly ShardWriter _writer;
    private readonly CancellationTokenSource _stop = new();
    private Task _refreshing = Task.CompletedTask;
    private int _disposed;

    private StockLedger(IStockStore store, IClock clock, StockLedgerOptions options)
    {
        _store = store;
        _clock = clock;
        _options = options;
        _writer = new(store, clock, options);
    }

    /// <summary>Largest quantity of a line or an account: 10^15 units.</summary>
    public static long MaximumQuantity => Check.MaximumQuantity;

    /// <summary>Name of the ledger within its store.</summary>
    public string Shard => _options.Shard;

    /// <summary>Sequence of the last entry that this ledger knows.</summary>
    public long Sequence => _writer.State.Sequence;

    /// <summary>The store that it writes to.</summary>
    public IStockStore Store => _store;

    /// <summary>Opens the ledger: reads the snapshot and what came after it.</summary>
    /// <param name="store">Where the log is kept. The ledger does not dispose it.</param>
    /// <param name="clock">Source of time.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The ledger; dispose it to finish what waits.</returns>
    /// <exception cref="EcomOpsException">The store cannot be read, or was written by a newer version.</exception>
    public static async Task<StockLedger> OpenAsync(IStockStore store, IClock clock, StockLedgerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        var ledger = new StockLedger(store, clock, options ?? new());
        await ledger._writer.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (ledger._options.RefreshInterval > Duration.Zero)
        {
            ledger._refreshing = ledger.RefreshFromTimeToTimeAsync();
        }

        return ledger;
    }

    /// <summary>Defines or replaces a location.</summary>
    /// <param name="location">The location.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>Whether it was taken, and why not.</returns>
    public Task<DefinitionOutcome> DefineAsync(StockLocation location, CancellationToken cancellationToken = default) => DefineAsync(new LocationEntry(NotNull(location)), cancellationToken);

    /// <summary>Defines or replaces a pool of locations.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>Whether it was taken, and why not.</returns>
    public Task<DefinitionOutcome> DefineAsync(StockPool pool, CancellationToken cancellationToken = default) => DefineAsync(new PoolEntry(NotNull(pool)), cancellationToken);

    /// <summary>Defines or replaces what the ledger must know of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>Whether it was taken, and why not.</returns>
    public Task<DefinitionOutcome> DefineAsync(StockItem item, CancellationToken cancellationToken = default) => DefineAsync(new ItemEntry(NotNull(item)), cancellationToken);

    /// <summary>Defines or replaces a sales channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>Whether it was taken, and why not.</returns>
    public Task<DefinitionOutcome> DefineAsync(SalesChannel channel, CancellationToken cancellationToken = default) => DefineAsync(new ChannelEntry(NotNull(channel)), cancellationToken);

    /// <summary>Sets quota and buffer of one item on one channel; the quota counts from now.</summary>
    /// <param name="item">The setting.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>Whether it was taken, and why not.</returns>
    public Task<DefinitionOutcome> DefineAsync(ChannelItem item, CancellationToken cancellationToken = default) => DefineAsync(new ChannelItemEntry(NotNull(item)), cancellationToken);

    /// <summary>Announces, changes or withdraws incoming supply.</summary>
    /// <param name="supply">The supply.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>Whether it was taken, and why not.</returns>
    public Task<DefinitionOutcome> ExpectAsync(ExpectedSupply supply, CancellationToken cancellationToken = default) => DefineAsync(new SupplyEntry(NotNull(supply)), cancellationToken);

    /// <summary>Reads entries that other processes wrote, and books what has expired.</summary>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>A task that ends when it is done; it does not fail when the store is gone, see <see cref="Health"/>.</returns>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        var command = new RefreshCommand();
        if (await _writer.PostAsync(command, cancellationToken).ConfigureAwait(false))
        {
            await command.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>State of the writer and its store, without touching the store.</summary>
    /// <returns>The state.</returns>
    public StockHealth Health() => new(Sequence, _writer.Waiting, _options.QueueCapacity, _writer.LastFailure?.Message);

    /// <summary>Takes no more commands and finishes those that wait.</summary>
    /// <param name="cancellationToken">Gives up waiting; callers of unfinished commands then get <see cref="Indeterminate"/>.</param>
    /// <returns>A task that ends when nothing waits any more.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public Task DrainAsync(CancellationToken cancellationToken = default) => _writer.DrainAsync(cancellationToken);

    /// <summary>Drains and closes the ledger; the store stays open.</summary>
    /// <returns>A task that ends when nothing waits any more.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await _refreshing.ConfigureAwait(false);
        await _writer.DrainAsync(CancellationToken.None).ConfigureAwait(false);
        _writer.Dispose();
        _stop.Dispose();
    }

    private async Task RefreshFromTimeToTimeAsync()
    {
        using var timer = new PeriodicTimer(_options.RefreshInterval.ToTimeSpan());
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
            {
                if (_store.IsShared || Volatile.Read(ref _writer.State.EarliestDue) <= Now().ToUnixTimeTicks())
                {
                    await RefreshAsync(_stop.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The ledger is being closed.
        }
    }

    private Task<DefinitionOutcome> DefineAsync(DefinitionEntry entry, CancellationToken cancellationToken) => SendAsync(new DefineCommand(entry), cancellationToken);

    private Task<TOutcome> SendAsync<TOutcome>(Command<TOutcome> command, CancellationToken cancellationToken)
        where TOutcome : class
    {
        if (!_writer.TryPost(command))
        {
            command.Refuse(new Busy());
            return Task.FromResult(command.Outcome!);
        }

        return cancellationToken.CanBeCanceled ? command.Done.WaitAsync(cancellationToken) : command.Done;
    }

    internal Instant Time => Now();

    private Instant Now() => Instant.Max(_clock.GetCurrentInstant(), _writer.State.RecordedAt);

    private static T NotNull<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
