using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>One visit and how far it went.</summary>
/// <param name="Id">Session id.</param>
/// <param name="At">When it began.</param>
/// <param name="Reached">Deepest step; a later step implies the earlier ones.</param>
/// <param name="Channel">Channel; null when not known.</param>
public sealed record SessionFact(string Id, Instant At, SessionStep Reached, string? Channel = null);
