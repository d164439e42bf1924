namespace EcomOps.Payments.Orchestration;

/// <summary>
/// Where a payment stands: <see cref="Captured"/>, <see cref="Authorized"/>, <see cref="ActionRequired"/>, <see cref="Declined"/>, <see cref="OutcomeUnknown"/>, <see cref="Unavailable"/>,
/// <see cref="Voided"/>, <see cref="Refunded"/> or <see cref="Refused"/>.
/// </summary>
/// <remarks>Immutable.</remarks>
public abstract record PaymentOutcome
{
    private protected PaymentOutcome(PaymentRecord payment) => Payment = payment;

    /// <summary>The payment with all its attempts.</summary>
    public PaymentRecord Payment { get; }
}
