using EcomOps.Payments.Declines;
using EcomOps.Payments.Gateways;
using NodaTime;

namespace EcomOps.Payments.Orchestration;

/// <summary>One try at one gateway.</summary>
/// <param name="Number">1 for the first of the payment.</param>
/// <param name="GatewayId">Gateway.</param>
/// <param name="Method">Payment method.</param>
/// <param name="Key">Idempotency key, a function of order, number and operation only.</param>
/// <param name="State">State.</param>
/// <param name="SentAt">When it was written down, just before the call.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PaymentAttempt(int Number, string GatewayId, PaymentMethodToken Method, string Key, AttemptState State, Instant SentAt)
{
    /// <summary>When its state last changed by an answer; null while there is none.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>The gateway's id of the payment; null while unknown.</summary>
    public string? TransactionId { get; init; }

    /// <summary>What the decline means; null when it was not declined.</summary>
    public DeclineAdvice? Decline { get; init; }

    /// <summary>Code of the failure or of the lost answer; null for others. <c>absent</c>: a look-up proved that nothing was done.</summary>
    public string? Code { get; init; }

    /// <summary>Where the customer is sent; null when no action is required.</summary>
    public Uri? ActionUrl { get; init; }

    /// <summary>Whether the customer had to authenticate in this attempt.</summary>
    public bool IsChallenged { get; init; }

    /// <summary>Whether the outcome is open: sent, unknown, or waiting for the customer.</summary>
    public bool IsOpen => State is AttemptState.Sending or AttemptState.Unknown or AttemptState.RequiresAction;

    /// <summary>Whether it holds money or a promise of money.</summary>
    public bool IsLive => State is AttemptState.Authorized or AttemptState.Captured;
}
