using EcomOps.Core;

namespace EcomOps.Payments.Gateways;

/// <summary>Asks for an amount to be authorised, and captured at once if wanted.</summary>
/// <param name="IdempotencyKey">Our reference: the same key is the same payment, whatever happens on the way.</param>
/// <param name="OrderId">Merchant reference.</param>
/// <param name="Amount">Amount, above 0 and payable (no fraction of a minor unit).</param>
/// <param name="Method">Payment method.</param>
/// <param name="Capture">Whether the amount is captured together with the authorisation.</param>
/// <param name="Challenge">Whether the customer must authenticate (3DS challenge).</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record AuthorizeRequest(string IdempotencyKey, string OrderId, Money Amount, PaymentMethodToken Method, bool Capture, bool Challenge = false);
