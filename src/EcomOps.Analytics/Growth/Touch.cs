using NodaTime;

namespace EcomOps.Analytics.Growth;

/// <summary>One contact of a visitor with a channel.</summary>
/// <param name="Channel">Channel.</param>
/// <param name="At">When.</param>
public readonly record struct Touch(string Channel, Instant At);
