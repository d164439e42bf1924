using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Tests.Events.Delivery;

/// <summary>A projection with limits of the test's own.</summary>
internal sealed class NarrowProjection(IEventProjection inner, BatchLimits limits) : IEventProjection
{
    public string Collector => inner.Collector;

    public BatchLimits Limits { get; } = limits;

    public ProjectionOutcome Project(ShopEvent @event) => inner.Project(@event);

    public ReadOnlyMemory<byte> Compose(IReadOnlyList<ProjectedEvent> events) => inner.Compose(events);
}
