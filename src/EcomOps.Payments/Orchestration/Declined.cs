using EcomOps.Payments.Declines;

namespace EcomOps.Payments.Orchestration;

/// <summary>The payment or operation was refused; nothing was moved.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Declined : PaymentOutcome
{
    internal Declined(PaymentRecord payment, DeclineAdvice advice)
        : base(payment) => Advice = advice;

    /// <summary>What the last decline means and what may be done.</summary>
    public DeclineAdvice Advice { get; }

    /// <summary>Something that may be said to the shopper; a suspicion of fraud sounds like any other refusal.</summary>
    public string CustomerMessage => Advice.MaskToShopper
        ? "The payment was not accepted. Please use another payment method."
        : Advice.Class switch
        {
            DeclineClass.Data => "Some details don't match. Please check them and try again.",
            DeclineClass.Auth => "Your bank wants you to confirm this payment. Please try again and confirm it.",
            DeclineClass.Technical => "The payment could not be processed. Please try again later or use another payment method.",
            _ => "The payment was not accepted. Please use another payment method.",
        };
}
