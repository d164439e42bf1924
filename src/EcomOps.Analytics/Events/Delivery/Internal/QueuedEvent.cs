using EcomOps.Analytics.Events.Projections;
using NodaTime;

namespace EcomOps.Analytics.Events.Delivery.Internal;

/// <summary>An event that waits for one collector.</summary>
internal sealed record QueuedEvent(ProjectedEvent Event, string AnonymousId, Instant Since);
