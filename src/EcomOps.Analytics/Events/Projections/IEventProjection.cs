using EcomOps.Core;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>Turns canonical events into the form of one collector.</summary>
/// <remarks>Extension contract: pure, deterministic and thread-safe; the same event always gives the same bytes, so that a repeated attempt carries the same deduplication key.</remarks>
public interface IEventProjection
{
    /// <summary>Short name of the collector, for example <c>ga4</c>.</summary>
    string Collector { get; }

    /// <summary>How much one request may hold.</summary>
    BatchLimits Limits { get; }

    /// <summary>Projects an event.</summary>
    /// <param name="event">Event.</param>
    /// <returns>The collector's form, or why there is none.</returns>
    ProjectionOutcome Project(ShopEvent @event);

    /// <summary>Puts projected events into one request body.</summary>
    /// <param name="events">1 or more events with equal <see cref="ProjectedEvent.Head"/>, within <see cref="Limits"/>.</param>
    /// <returns>UTF-8 JSON without credentials.</returns>
    ReadOnlyMemory<byte> Compose(IReadOnlyList<ProjectedEvent> events);
}
