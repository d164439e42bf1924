using EcomOps.Core;
using EcomOps.Payments.Declines;
using EcomOps.Payments.Gateways;
using NodaTime;

namespace EcomOps.Payments.Orchestration.Internal;

// Changes records in the store: every change is made on the newest version, and a state that a fact has ended is never overwritten.
internal sealed class PaymentBook(IPaymentStore store, IClock clock, Func<string, DeclineMap> declines)
{
    private const int MaximumConflicts = 50;

    public async ValueTask<PaymentRecord> ChangeAsync(PaymentRecord record, Func<PaymentRecord, PaymentRecord> change, CancellationToken cancellationToken)
    {
        for (int i = 0; i < MaximumConflicts; i++)
        {
            PaymentRecord changed = change(record);
            if (ReferenceEquals(changed, record))
            {
                return record;
            }

            if (await store.TrySaveAsync(changed, cancellationToken).ConfigureAwait(false))
            {
                return changed with { Version = changed.Version + 1 };
            }

            record = await store.FindAsync(record.Order.Id, cancellationToken).ConfigureAwait(false) ?? record with { Version = 0 };
        }

        throw new EcomOpsException("payment_contended", $"Payment '{record.Order.Id}' is changed by others all the time; try again.", isTransient: true);
    }

    // An answer for an attempt. Null: a look-up found nothing and that proves that nothing was done.
    public ValueTask<PaymentRecord> AnswerAsync(PaymentRecord record, int number, GatewayOutcome? answer, CancellationToken cancellationToken)
    {
        Instant now = clock.GetCurrentInstant();
        return ChangeAsync(record, latest =>
        {
            PaymentAttempt attempt = latest.Attempts.First(a => a.Number == number);
            PaymentAttempt next = Apply(attempt, answer, now);
            return next == attempt ? latest : latest with { Attempts = [.. latest.Attempts.Select(a => a.Number == number ? next : a)] };
        }, cancellationToken);
    }

    public ValueTask<PaymentRecord> AnswerAsync(PaymentRecord record, string key, GatewayOutcome? answer, CancellationToken cancellationToken) => ChangeAsync(record, latest =>
    {
        PaymentOperation operation = latest.Operations.First(o => o.Key == key);
        PaymentOperation next = !operation.IsOpen ? operation : answer switch
        {
            GatewaySuccess => operation with { State = OperationState.Done, Code = null },
            GatewayDeclined declined => operation with { State = OperationState.Declined, Code = declined.Code },
            GatewayRejected rejected => operation with { State = OperationState.Failed, Code = rejected.Code },
            null => operation with { State = OperationState.Failed, Code = PaymentOrchestrator.Absent },
            _ => operation with { State = OperationState.Unknown },
        };
        if (next == operation)
        {
            return latest;
        }

        bool voided = next is { Kind: PaymentOperationKind.Void, State: OperationState.Done };
        return latest with
        {
            Operations = [.. latest.Operations.Select(o => o.Key == key ? next : o)],
            Attempts = voided ? [.. latest.Attempts.Select(a => a.Number == next.AttemptNumber ? a with { State = AttemptState.Voided } : a)] : latest.Attempts,
        };
    }, cancellationToken);

    private PaymentAttempt Apply(PaymentAttempt attempt, GatewayOutcome? answer, Instant now)
    {
        // What was taken for absent and is found after all is a fact as well.
        bool revived = attempt is { State: AttemptState.Failed, Code: PaymentOrchestrator.Absent } && answer is GatewaySuccess;
        if (!attempt.IsOpen && !revived)
        {
            return attempt;
        }

        switch (answer)
        {
            case GatewaySuccess success:
                return attempt with
                {
                    State = success.IsCaptured ? AttemptState.Captured : AttemptState.Authorized,
                    TransactionId = success.TransactionId,
                    AnsweredAt = now,
                    Code = null,
                    ActionUrl = null,
                };
            case GatewayActionRequired action:
                return attempt with { State = AttemptState.RequiresAction, TransactionId = action.TransactionId, ActionUrl = action.Url, AnsweredAt = now };
            case GatewayDeclined declined:
                DeclineAdvice advice = declines(attempt.GatewayId).Find(declined);
                return advice.IsUnknownOutcome
                    ? attempt with { State = AttemptState.Unknown, Code = declined.Code, AnsweredAt = now }
                    : attempt with { State = AttemptState.Declined, Decline = advice, Code = declined.Code, AnsweredAt = now, ActionUrl = null };
            case GatewayRejected rejected:
                return attempt with { State = AttemptState.Failed, Code = rejected.Code, AnsweredAt = now };
            case GatewayUnknown unknown when attempt.State != AttemptState.RequiresAction:
                return attempt with { State = AttemptState.Unknown, Code = unknown.Code, AnsweredAt = now };
            case null:
                return attempt with { State = AttemptState.Failed, Code = PaymentOrchestrator.Absent, AnsweredAt = now };
            default:
                return attempt;
        }
    }
}
