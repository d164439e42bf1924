using EcomOps.Core;

namespace EcomOps.Payments.Gateways;

/// <summary>Asks for a capture, a void or a refund of an earlier payment.</summary>
/// <param name="IdempotencyKey">Our reference of this operation.</param>
/// <param name="TransactionId">The gateway's id of the payment.</param>
/// <param name="Amount">Amount to capture or to refund; the authorised amount for a void.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record FollowUpRequest(string IdempotencyKey, string TransactionId, Money Amount);
