namespace EcomOps.Payments.Orchestration;

/// <summary>The customer must act, for example authenticate (strong customer authentication); nothing is charged yet.</summary>
/// <remarks>Immutable. Call <see cref="PaymentOrchestrator.ResumeAsync"/> when the customer is back.</remarks>
public sealed record ActionRequired : PaymentOutcome
{
    internal ActionRequired(PaymentRecord payment, Uri url)
        : base(payment) => Url = url;

    /// <summary>Where the customer is sent.</summary>
    public Uri Url { get; }
}
