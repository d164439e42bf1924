using NodaTime;

namespace EcomOps.Testing.Payments;

/// <summary>A time in which a simulated gateway does not take calls.</summary>
/// <param name="From">Begin, included.</param>
/// <param name="Until">End, excluded.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record OutageWindow(Instant From, Instant Until);
