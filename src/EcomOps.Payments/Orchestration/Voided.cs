namespace EcomOps.Payments.Orchestration;

/// <summary>The authorisation was given back.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Voided : PaymentOutcome
{
    internal Voided(PaymentRecord payment)
        : base(payment)
    {
    }
}
