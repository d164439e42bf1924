using EcomOps.Core;

namespace EcomOps.Payments.Orchestration;

/// <summary>Money was paid back.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Refunded : PaymentOutcome
{
    internal Refunded(PaymentRecord payment, Money amount)
        : base(payment) => Amount = amount;

    /// <summary>Paid back by this operation.</summary>
    public Money Amount { get; }
}
