namespace EcomOps.Payments.Gateways;

/// <summary>The operation was certainly not executed: no connection, a malformed request, a rate limit.</summary>
/// <param name="Code">Stable snake_case code ("connection_refused").</param>
/// <param name="IsTransient">Whether the same call may succeed later.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record GatewayRejected(string Code, bool IsTransient) : GatewayOutcome;
