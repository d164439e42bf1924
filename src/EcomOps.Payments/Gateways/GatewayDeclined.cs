namespace EcomOps.Payments.Gateways;

/// <summary>The operation was executed and refused.</summary>
/// <param name="Code">The gateway's decline code; empty when it gave none.</param>
/// <param name="NetworkCode">The card network's response code, if the gateway tells it.</param>
/// <param name="AdviceCode">The gateway's or network's advice code, if any.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record GatewayDeclined(string Code, string? NetworkCode = null, string? AdviceCode = null) : GatewayOutcome;
