using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Testing.Events;

/// <summary>A collector in memory that keeps one event per id and fails as a script tells.</summary>
/// <param name="projection">Form of the events.</param>
/// <param name="script">What happens to the next request; null for a collector that takes everything.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class MemoryEventSink(IEventProjection projection, Func<EventBatch, SinkFault>? script = null) : IEventSink
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ProjectedEvent> _stored = new(StringComparer.Ordinal);
    private readonly List<EventBatch> _requests = [];

    /// <inheritdoc />
    public IEventProjection Projection { get; } = projection;

    /// <summary>Events by id, each once.</summary>
    public IReadOnlyDictionary<string, ProjectedEvent> Stored
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<string, ProjectedEvent>(_stored, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>All requests in their order, failed ones included.</summary>
    public IReadOnlyList<EventBatch> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <inheritdoc />
    public Task<SinkAnswer> SendAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _requests.Add(batch);
            SinkFault fault = script?.Invoke(batch) ?? SinkFault.None;
            HashSet<int> rejected = [.. fault.Rejected.Select(r => r.Index)];
            for (int i = 0; fault.Stores && i < batch.Events.Count; i++)
            {
                if (!rejected.Contains(i))
                {
                    _stored[batch.Events[i].EventId] = batch.Events[i];
                }
            }

            return fault.Failure is { } failure ? Task.FromException<SinkAnswer>(failure) : Task.FromResult(fault.Answer);
        }
    }
}
