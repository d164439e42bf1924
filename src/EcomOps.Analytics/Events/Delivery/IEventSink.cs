using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>Carries batches to one collector.</summary>
/// <remarks>
/// Extension contract: failures of the network are answers (<see cref="SinkAnswer.TryAgain"/>), not exceptions; an exception counts as one. No retry inside: the sender repeats. Nothing that is
/// logged or answered holds credentials. A collector that gets an event id twice keeps one event.
/// </remarks>
public interface IEventSink
{
    /// <summary>Form of the events.</summary>
    IEventProjection Projection { get; }

    /// <summary>Sends a batch once.</summary>
    /// <param name="batch">Batch.</param>
    /// <param name="cancellationToken">Gives up; whether the batch arrived is then unknown.</param>
    /// <returns>The collector's answer.</returns>
    Task<SinkAnswer> SendAsync(EventBatch batch, CancellationToken cancellationToken);
}
