using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>One attempt to take a payment, whether an order came of it or not.</summary>
/// <param name="At">When it was tried.</param>
/// <param name="Approved">Whether it was paid.</param>
/// <param name="Channel">Acquisition channel; null when not known.</param>
public sealed record PaymentFact(Instant At, bool Approved, string? Channel = null);
