using EcomOps.Core;

namespace EcomOps.Payments.Gateways;

/// <summary>The operation was carried out.</summary>
/// <param name="TransactionId">The gateway's id of the payment.</param>
/// <param name="Amount">Amount of the operation.</param>
/// <param name="IsCaptured">For an authorisation: whether the amount was captured with it.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record GatewaySuccess(string TransactionId, Money Amount, bool IsCaptured = false) : GatewayOutcome;
