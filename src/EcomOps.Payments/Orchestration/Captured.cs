using EcomOps.Core;

namespace EcomOps.Payments.Orchestration;

/// <summary>Money was captured.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Captured : PaymentOutcome
{
    internal Captured(PaymentRecord payment, PaymentAttempt attempt, Money amount)
        : base(payment)
    {
        Attempt = attempt;
        Amount = amount;
    }

    /// <summary>The attempt that holds it.</summary>
    public PaymentAttempt Attempt { get; }

    /// <summary>Captured by this call's operation, or by the payment.</summary>
    public Money Amount { get; }
}
