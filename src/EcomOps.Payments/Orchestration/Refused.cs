using EcomOps.Core;

namespace EcomOps.Payments.Orchestration;

/// <summary>The request was not sent, because it can't be right: more than was captured, another amount under a used key, and the like.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Refused : PaymentOutcome
{
    internal Refused(PaymentRecord payment, Issue issue)
        : base(payment) => Issue = issue;

    /// <summary>
    /// Why: <c>exceeds_authorized</c>, <c>exceeds_captured</c>, <c>already_captured</c>, <c>nothing_authorized</c>, <c>key_reused</c>, <c>order_changed</c>, <c>bad_amount</c>, or
    /// <c>attempts_exhausted</c>.
    /// </summary>
    public Issue Issue { get; }
}
