namespace EcomOps.Payments.Orchestration;

/// <summary>The amount is authorised and waits for its capture.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Authorized : PaymentOutcome
{
    internal Authorized(PaymentRecord payment, PaymentAttempt attempt)
        : base(payment) => Attempt = attempt;

    /// <summary>The attempt that holds it.</summary>
    public PaymentAttempt Attempt { get; }
}
