using EcomOps.Payments.Orchestration;

namespace EcomOps.Payments.Tests.Orchestration;

internal sealed class CrashException : Exception;

/// <summary>A store at which the process dies now and then, before a write or right after it.</summary>
internal sealed class CrashingStore(int seed, double crashRate) : IPaymentStore
{
    private readonly MemoryPaymentStore _inner = new();
    private readonly System.Random _random = new(seed);

    public double CrashRate { get; set; } = crashRate;

    public IReadOnlyList<PaymentRecord> Records => _inner.Records;

    public ValueTask<PaymentRecord?> FindAsync(string orderId, CancellationToken cancellationToken) => _inner.FindAsync(orderId, cancellationToken);

    public async ValueTask<bool> TrySaveAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        double draw;
        lock (_random)
        {
            draw = _random.NextDouble();
        }

        if (draw < CrashRate / 2)
        {
            throw new CrashException();
        }

        bool saved = await _inner.TrySaveAsync(record, cancellationToken);
        return draw < CrashRate ? throw new CrashException() : saved;
    }

    public IAsyncEnumerable<string> ListOpenAsync(CancellationToken cancellationToken) => _inner.ListOpenAsync(cancellationToken);
}
