namespace EcomOps.Payments.Gateways;

/// <summary>The customer must act, for example authenticate (SCA, 3DS); nothing is charged yet.</summary>
/// <param name="TransactionId">The gateway's id of the payment.</param>
/// <param name="Url">Where the customer is sent.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record GatewayActionRequired(string TransactionId, Uri Url) : GatewayOutcome;
