using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Stores;
using NodaTime;

namespace EcomOps.Inventory.DependencyInjection;

/// <summary>Opens a host's stock ledger once and closes it with the host. Services that start before or with the host ask it; later ones may take <see cref="StockLedger"/> itself.</summary>
/// <remarks>Thread-safe. A failed opening is tried again by the next call.</remarks>
public sealed class StockLedgerSource : IAsyncDisposable, IDisposable
{
    private readonly Func<CancellationToken, Task<StockLedger>> _open;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile StockLedger? _ledger;
    private volatile bool _isClosed;

    /// <summary>A source that has opened nothing yet.</summary>
    /// <param name="store">Where the log is kept; not disposed by the source.</param>
    /// <param name="clock">Source of time.</param>
    /// <param name="options">How the ledger works.</param>
    public StockLedgerSource(IStockStore store, IClock clock, StockLedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        _open = cancellationToken => StockLedger.OpenAsync(store, clock, options, cancellationToken);
    }

    // Nothing is resolved before the opening: hosts construct their services before they validate options.
    internal StockLedgerSource(Func<CancellationToken, Task<StockLedger>> open) => _open = open;

    /// <summary>The ledger while it is open, else null.</summary>
    public StockLedger? Current => _isClosed ? null : _ledger;

    /// <summary>The ledger; the first call opens it.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The one ledger of the host.</returns>
    /// <exception cref="EcomOps.Core.EcomOpsException">The store cannot be read, or was written by a newer version.</exception>
    /// <exception cref="ObjectDisposedException">The ledger was drained or the source disposed.</exception>
    public async Task<StockLedger> OpenAsync(CancellationToken cancellationToken = default)
    {
        if (Current is { } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return _ledger ??= await _open(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Takes no more commands and finishes those that wait; the ledger can still be read.</summary>
    /// <param name="cancellationToken">Gives up waiting; callers of unfinished commands then get <see cref="Indeterminate"/>.</param>
    /// <returns>A task that ends when nothing waits any more.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        _isClosed = true;
        _opening.Release();
        if (_ledger is { } ledger)
        {
            await ledger.DrainAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Drains and closes the ledger.</summary>
    /// <returns>A task that ends when nothing waits any more.</returns>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        if (_ledger is { } ledger)
        {
            await ledger.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The same for containers that are disposed without waiting.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
