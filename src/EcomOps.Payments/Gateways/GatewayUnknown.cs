namespace EcomOps.Payments.Gateways;

/// <summary>Nobody knows: the answer was lost, or the gateway itself is not sure yet. Only a look-up, a repeated answer or a webhook ends this.</summary>
/// <param name="Code">Stable snake_case code ("timeout", "processing").</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record GatewayUnknown(string Code) : GatewayOutcome;
