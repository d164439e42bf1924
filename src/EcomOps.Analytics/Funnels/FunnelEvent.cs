using NodaTime;

namespace EcomOps.Analytics.Funnels;

/// <summary>One event of one person.</summary>
/// <param name="PersonId">Person (visitor, session or customer).</param>
/// <param name="At">When it happened.</param>
/// <param name="Name">Event name.</param>
/// <param name="EventId">Id for dropping repeats; null when there is none.</param>
/// <param name="Properties">Properties for breakdowns.</param>
public sealed record FunnelEvent(string PersonId, Instant At, string Name, string? EventId = null, IReadOnlyDictionary<string, string>? Properties = null);
