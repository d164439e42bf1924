namespace EcomOps.Payments.Orchestration;

/// <summary>The outcome is being found out: it may have been charged. Nothing else is tried until it is known; reconciliation ends this.</summary>
/// <remarks>Immutable.</remarks>
public sealed record OutcomeUnknown : PaymentOutcome
{
    internal OutcomeUnknown(PaymentRecord payment)
        : base(payment)
    {
    }
}
