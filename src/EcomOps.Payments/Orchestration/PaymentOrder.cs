using EcomOps.Core;

namespace EcomOps.Payments.Orchestration;

/// <summary>What is to be paid.</summary>
/// <param name="Id">Merchant reference, unique within the shop; it is the idempotency key of the payment: the same id is paid once.</param>
/// <param name="Amount">Amount, above 0 and payable (no fraction of a minor unit).</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PaymentOrder(string Id, Money Amount)
{
    /// <summary>Whether the amount is captured at once; false to authorise only and capture when the goods leave. True by default.</summary>
    public bool CaptureNow { get; init; } = true;

    /// <summary>Country of the customer, for reports; null when unknown.</summary>
    public CountryCode? Country { get; init; }

    /// <summary>Whether the customer must authenticate from the first attempt on, for example because fraud screening asks for it.</summary>
    public bool Challenge { get; init; }
}
