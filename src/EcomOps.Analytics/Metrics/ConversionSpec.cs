using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>What a conversion metric counts: entities with a base event that go on to a conversion event within a window.</summary>
/// <param name="Entity">What is counted once ("session", "visitor", "customer").</param>
/// <param name="BaseEvent">Event that makes an entity count below the line.</param>
/// <param name="ConversionEvent">Event that makes it count above the line.</param>
/// <param name="Window">Longest time between the two, inclusive; null for the entity's whole life (a session's end).</param>
public sealed record ConversionSpec(string Entity, string BaseEvent, string ConversionEvent, Duration? Window = null);
