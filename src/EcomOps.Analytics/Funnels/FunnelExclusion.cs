namespace EcomOps.Analytics.Funnels;

/// <summary>An event that must not happen between two steps; a person with it is left out of the funnel and counted.</summary>
/// <param name="Event">Event name.</param>
/// <param name="FromStep">Index of the step after which it counts, 0-based.</param>
/// <param name="ToStep">Index of the step before which it counts, above <paramref name="FromStep"/>; for a person who never got there, until the window ends.</param>
public sealed record FunnelExclusion(string Event, int FromStep, int ToStep);
