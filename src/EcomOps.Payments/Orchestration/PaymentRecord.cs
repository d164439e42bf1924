using EcomOps.Core;

namespace EcomOps.Payments.Orchestration;

/// <summary>Everything known of a payment: the order, its attempts and what was done to them.</summary>
/// <param name="Order">Order.</param>
/// <param name="Attempts">Attempts by number.</param>
/// <param name="Operations">Captures, voids and refunds in the order in which they were begun.</param>
/// <param name="Version">Version in the store that this was read at; 0 when it was never stored.</param>
/// <remarks>Immutable. Amounts are derived from attempts and operations and never stored beside them.</remarks>
public sealed record PaymentRecord(PaymentOrder Order, IReadOnlyList<PaymentAttempt> Attempts, IReadOnlyList<PaymentOperation> Operations, long Version = 0)
{
    /// <summary>Captured in all, before refunds.</summary>
    public Money Captured => Attempts.Where(a => a.State == AttemptState.Captured).Aggregate(Zero, (sum, _) => sum + Order.Amount) + Sum(o => o.Kind == PaymentOperationKind.Capture && o.State == OperationState.Done);

    /// <summary>Paid back in all.</summary>
    public Money Refunded => Sum(o => o.Kind == PaymentOperationKind.Refund && o.State == OperationState.Done);

    /// <summary>Captured less refunded.</summary>
    public Money NetCaptured => Captured - Refunded;

    /// <summary>Whether an attempt or operation has an open outcome.</summary>
    public bool IsOpen => Attempts.Any(a => a.IsOpen) || Operations.Any(o => o.IsOpen);

    /// <summary>The attempt that holds the money or its promise; null while there is none.</summary>
    public PaymentAttempt? Live => Attempts.FirstOrDefault(a => a.IsLive && !IsUndone(a)) ?? Attempts.FirstOrDefault(a => a.IsLive);

    private Money Zero => Money.Zero(Order.Amount.Currency);

    /// <summary>What may have been moved by operations of a kind on an attempt, open ones included.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="attempt">Number of the attempt.</param>
    /// <returns>Sum of the operations that are not known to have failed.</returns>
    public Money Committed(PaymentOperationKind kind, int attempt) => Sum(o => o.Kind == kind && o.AttemptNumber == attempt && o.MayCount);

    // Fully paid back because another attempt had the money as well.
    internal bool IsUndone(PaymentAttempt attempt) => Operations.Any(o => o.AttemptNumber == attempt.Number && o.CallerKey.StartsWith(UndoPrefix, StringComparison.Ordinal) && o.MayCount);

    internal const string UndoPrefix = "undo:";

    private Money Sum(Func<PaymentOperation, bool> which) => Operations.Where(which).Aggregate(Zero, (sum, o) => sum + o.Amount);
}
