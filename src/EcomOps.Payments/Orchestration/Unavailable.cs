namespace EcomOps.Payments.Orchestration;

/// <summary>No gateway can take the payment now; nothing was charged. The same order may be tried again.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Unavailable : PaymentOutcome
{
    internal Unavailable(PaymentRecord payment)
        : base(payment)
    {
    }
}
