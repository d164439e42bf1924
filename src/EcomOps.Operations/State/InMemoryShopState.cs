using EcomOps.Operations.Importing;

namespace EcomOps.Operations.State;

/// <summary>A state that lasts as long as the process: for tests and for runs that shall leave nothing behind.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryShopState : IShopState
{
    private readonly Lock _lock = new();
    private readonly List<string> _files = [];
    private readonly Dictionary<string, SortedDictionary<long, OrderRow>> _rows = new(StringComparer.Ordinal);
    private SimulationProgress? _simulation;

    /// <inheritdoc />
    public Task<ImportReceipt> ImportAsync(OrderImport import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_rows.TryGetValue(import.ContentHash, out SortedDictionary<long, OrderRow>? rows))
            {
                _files.Add(import.ContentHash);
                _rows.Add(import.ContentHash, rows = []);
            }

            long added = import.Rows.LongCount(row => rows.TryAdd(row.Line, row));
            return Task.FromResult(new ImportReceipt(added, import.Rows.Count - added));
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<OrderRow>> LoadRowsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<OrderRow>>([.. _files.SelectMany(file => _rows[file].Values)]);
        }
    }

    /// <inheritdoc />
    public Task<SimulationProgress?> LoadSimulationAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(_simulation);
        }
    }

    /// <inheritdoc />
    public Task SaveSimulationAsync(SimulationProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _simulation = progress;
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public Task<long> EraseCustomerAsync(string customerId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(customerId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            long erased = 0;
            foreach (SortedDictionary<long, OrderRow> rows in _rows.Values)
            {
                foreach (OrderRow row in rows.Values.Where(row => row.CustomerId == customerId).ToList())
                {
                    rows[row.Line] = row with { CustomerId = null };
                    erased++;
                }
            }

            return Task.FromResult(erased);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
