using EcomOps.Core;
using NodaTime;

namespace EcomOps.Payments.Orchestration;

/// <summary>A capture, void or refund of a payment.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="AttemptNumber">Attempt whose money it moves.</param>
/// <param name="CallerKey">The caller's key: the same key and content is the same operation.</param>
/// <param name="Key">Idempotency key towards the gateway.</param>
/// <param name="Amount">Amount.</param>
/// <param name="State">State.</param>
/// <param name="SentAt">When it was last written down before a call.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PaymentOperation(PaymentOperationKind Kind, int AttemptNumber, string CallerKey, string Key, Money Amount, OperationState State, Instant SentAt)
{
    /// <summary>Code of the decline or failure; null for others.</summary>
    public string? Code { get; init; }

    /// <summary>Whether it may have been executed and is not known to have failed.</summary>
    public bool MayCount => State is OperationState.Sending or OperationState.Unknown or OperationState.Done;

    /// <summary>Whether the outcome is open.</summary>
    public bool IsOpen => State is OperationState.Sending or OperationState.Unknown;
}
