using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace EcomOps.Payments.Orchestration;

/// <summary>Keeps payment records in memory: for tests, simulations and single runs. Not durable.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class MemoryPaymentStore : IPaymentStore
{
    private readonly ConcurrentDictionary<string, PaymentRecord> _records = new(StringComparer.Ordinal);

    /// <summary>All records by order id, ordinally.</summary>
    public IReadOnlyList<PaymentRecord> Records => [.. _records.Values.OrderBy(r => r.Order.Id, StringComparer.Ordinal)];

    /// <inheritdoc />
    public ValueTask<PaymentRecord?> FindAsync(string orderId, CancellationToken cancellationToken) => new(_records.GetValueOrDefault(orderId));

    /// <inheritdoc />
    public ValueTask<bool> TrySaveAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        PaymentRecord next = record with { Version = record.Version + 1 };
        return new(record.Version == 0
            ? _records.TryAdd(record.Order.Id, next)
            : _records.TryGetValue(record.Order.Id, out PaymentRecord? stored) && stored.Version == record.Version && _records.TryUpdate(record.Order.Id, next, stored));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<string> ListOpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (PaymentRecord record in Records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (record.IsOpen)
            {
                yield return record.Order.Id;
            }
        }
    }
}
