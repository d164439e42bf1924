using EcomOps.Payments.Declines;

namespace EcomOps.Payments.Health;

/// <summary>Declines of one code.</summary>
/// <param name="Code">The gateway's code.</param>
/// <param name="Class">Its class.</param>
/// <param name="Count">Declines.</param>
/// <param name="Share">Part of all declines, 0 to 1.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record DeclineCount(string Code, DeclineClass Class, int Count, double Share);
