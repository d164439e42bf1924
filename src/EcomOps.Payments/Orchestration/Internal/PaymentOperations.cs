using EcomOps.Core;
using EcomOps.Payments.Declines;
using EcomOps.Payments.Gateways;
using NodaTime;

namespace EcomOps.Payments.Orchestration.Internal;

// Captures, voids and refunds: written down before they leave, looked up when their answer is lost, sent again under the same key only when they are known not to have been executed.
internal sealed class PaymentOperations(IPaymentStore store, IClock clock, PaymentBook book, GatewayCaller caller, Func<string, IPaymentGateway> gatewayOf)
{
    public async ValueTask<PaymentOutcome?> RunAsync(PaymentOperationKind kind, string orderId, string callerKey, Money? amount, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(orderId);
        ArgumentException.ThrowIfNullOrEmpty(callerKey);
        PaymentRecord? record = await store.FindAsync(orderId, cancellationToken).ConfigureAwait(false);
        if (record is null)
        {
            return null;
        }

        record = await ResolveAsync(record, cancellationToken).ConfigureAwait(false);
        return await RunAsync(record, kind, callerKey, amount, record.Live, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<PaymentRecord> ResolveAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        foreach (PaymentOperation operation in record.Operations.Where(o => o.IsOpen))
        {
            IPaymentGateway gateway = gatewayOf(record.Attempts[operation.AttemptNumber - 1].GatewayId);
            GatewayOutcome? found = await caller.FindAsync(gateway, operation.Key, cancellationToken).ConfigureAwait(false);
            if (found is not null || clock.GetCurrentInstant() - operation.SentAt >= gateway.Capabilities.LookupDelay)
            {
                record = await book.AnswerAsync(record, operation.Key, found, cancellationToken).ConfigureAwait(false);
            }
        }

        return record;
    }

    // Gives an attempt that waits for the customer back.
    public async ValueTask<PaymentRecord> DropAsync(PaymentRecord record, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        (await RunAsync(record, PaymentOperationKind.Void, $"{PaymentRecord.UndoPrefix}{attempt.Number}", record.Order.Amount, attempt, cancellationToken).ConfigureAwait(false)).Payment;

    // An attempt that was taken for absent can turn up after another one was charged: the later finding is paid back.
    public async ValueTask<PaymentRecord> UndoSurplusAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        foreach (PaymentAttempt surplus in record.Attempts.Where(a => a.IsLive).OrderBy(a => a.AnsweredAt).Skip(1))
        {
            PaymentOperationKind kind = surplus.State == AttemptState.Captured ? PaymentOperationKind.Refund : PaymentOperationKind.Void;
            record = (await RunAsync(record, kind, $"{PaymentRecord.UndoPrefix}{surplus.Number}", record.Order.Amount, surplus, cancellationToken).ConfigureAwait(false)).Payment;
        }

        return record;
    }

    private async ValueTask<PaymentOutcome> RunAsync(PaymentRecord record, PaymentOperationKind kind, string callerKey, Money? amount, PaymentAttempt? attempt, CancellationToken cancellationToken)
    {
        if (record.Operations.FirstOrDefault(o => o.CallerKey == callerKey) is { } earlier)
        {
            if (earlier.Kind != kind || (amount is { } other && other != earlier.Amount))
            {
                return new Refused(record, new Issue("key_reused", "callerKey", $"Key '{callerKey}' was used for a {earlier.Kind} of {earlier.Amount}; use a new key."));
            }

            if (earlier.State != OperationState.Failed)
            {
                return Outcome(record, earlier);
            }

            attempt = record.Attempts[earlier.AttemptNumber - 1];
        }

        if (attempt is null || attempt.TransactionId is not { } transaction || (kind != PaymentOperationKind.Void && !attempt.IsLive))
        {
            return new Refused(record, new Issue("nothing_authorized", "orderId", $"Payment '{record.Order.Id}' holds no money to {kind.ToString().ToLowerInvariant()}."));
        }

        Money left = Left(record, kind, attempt);
        Money wanted = amount ?? left;
        if (Refusal(record, kind, attempt, wanted, left) is { } issue)
        {
            return new Refused(record, issue);
        }

        IPaymentGateway gateway = gatewayOf(attempt.GatewayId);
        int number = record.Operations.Count(o => o.AttemptNumber == attempt.Number && o.Kind == kind && o.CallerKey != callerKey) + 1;
        string key = record.Operations.FirstOrDefault(o => o.CallerKey == callerKey)?.Key
            ?? IdempotencyKeys.Of(record.Order.Id, attempt.Number, kind.ToString().ToLowerInvariant(), number, gateway.Capabilities.MaximumKeyLength);
        PaymentOperation operation = new(kind, attempt.Number, callerKey, key, wanted, OperationState.Sending, clock.GetCurrentInstant());
        PaymentRecord written = record with { Operations = [.. record.Operations.Where(o => o.CallerKey != callerKey), operation] };
        if (!await store.TrySaveAsync(written, cancellationToken).ConfigureAwait(false))
        {
            return new OutcomeUnknown(await store.FindAsync(record.Order.Id, cancellationToken).ConfigureAwait(false) ?? record);
        }

        FollowUpRequest request = new(key, transaction, wanted);
        GatewayOutcome answer = await caller.CallAsync(gateway, (g, token) => kind switch
        {
            PaymentOperationKind.Capture => g.CaptureAsync(request, token),
            PaymentOperationKind.Void => g.VoidAsync(request, token),
            _ => g.RefundAsync(request, token),
        }, cancellationToken).ConfigureAwait(false);
        record = await book.AnswerAsync(written with { Version = written.Version + 1 }, key, answer, cancellationToken).ConfigureAwait(false);
        if (record.Operations.First(o => o.Key == key).IsOpen)
        {
            record = await ResolveAsync(record, cancellationToken).ConfigureAwait(false);
        }

        return Outcome(record, record.Operations.First(o => o.Key == key));
    }

    private static Money Left(PaymentRecord record, PaymentOperationKind kind, PaymentAttempt attempt) => kind switch
    {
        PaymentOperationKind.Capture => attempt.State == AttemptState.Captured ? Money.Zero(record.Order.Amount.Currency) : record.Order.Amount - record.Committed(kind, attempt.Number),
        PaymentOperationKind.Void => record.Order.Amount,
        _ => (attempt.State == AttemptState.Captured ? record.Order.Amount : Done(record, attempt)) - record.Committed(kind, attempt.Number),
    };

    private static Money Done(PaymentRecord record, PaymentAttempt attempt) => record.Operations
        .Where(o => o.Kind == PaymentOperationKind.Capture && o.AttemptNumber == attempt.Number && o.State == OperationState.Done)
        .Aggregate(Money.Zero(record.Order.Amount.Currency), (sum, o) => sum + o.Amount);

    private static Issue? Refusal(PaymentRecord record, PaymentOperationKind kind, PaymentAttempt attempt, Money wanted, Money left)
    {
        if (kind == PaymentOperationKind.Void)
        {
            return attempt.State == AttemptState.Captured || !record.Committed(PaymentOperationKind.Capture, attempt.Number).IsZero
                ? new Issue("already_captured", "orderId", "Captured money can't be voided; refund it.")
                : null;
        }

        if (wanted.Currency != record.Order.Amount.Currency || wanted > left)
        {
            string code = kind == PaymentOperationKind.Capture ? "exceeds_authorized" : "exceeds_captured";
            return new Issue(code, "amount", $"{wanted} is more than the {left} that is left to {kind.ToString().ToLowerInvariant()}.");
        }

        // Capturing while a void may be on its way would be a race that only the gateway could decide.
        return kind == PaymentOperationKind.Capture && !record.Committed(PaymentOperationKind.Void, attempt.Number).IsZero
            ? new Issue("nothing_authorized", "orderId", "The authorisation is being given back.")
            : wanted.Amount > 0 && wanted.IsPayable ? null : new Issue("bad_amount", "amount", $"{wanted} must be above zero and have no fraction of a minor unit.");
    }

    private static PaymentOutcome Outcome(PaymentRecord record, PaymentOperation operation) => operation.State switch
    {
        OperationState.Done => operation.Kind switch
        {
            PaymentOperationKind.Capture => new Captured(record, record.Attempts[operation.AttemptNumber - 1], operation.Amount),
            PaymentOperationKind.Void => new Voided(record),
            _ => new Refunded(record, operation.Amount),
        },
        OperationState.Declined => new Declined(record, new DeclineAdvice(operation.Code ?? string.Empty, DeclineClass.Hard)),
        OperationState.Failed => new Unavailable(record),
        _ => new OutcomeUnknown(record),
    };
}
