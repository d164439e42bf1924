using EcomOps.Core;
using EcomOps.Payments.Declines;
using EcomOps.Payments.Gateways;
using EcomOps.Payments.Health;
using EcomOps.Payments.Orchestration.Internal;
using NodaTime;

namespace EcomOps.Payments.Orchestration;

/// <summary>Pays orders over a primary gateway and fallbacks, and never twice.</summary>
/// <remarks>
/// Each attempt is written down before its call leaves. A lost answer is looked up by our own reference; while it is open nothing else is tried, and no timer turns it into a failure. Another gateway
/// is tried only after a decline that allows it, or when it is certain that nothing was executed. Thread-safe: of several calls for one order one acts, the others are told where it stands.
/// </remarks>
public sealed class PaymentOrchestrator
{
    internal const string Absent = "absent";

    private readonly IReadOnlyList<IPaymentGateway> _gateways;
    private readonly IPaymentStore _store;
    private readonly IClock _clock;
    private readonly OrchestrationOptions _options;
    private readonly GatewayCaller _caller;
    private readonly PaymentBook _book;
    private readonly PaymentOperations _operations;

    /// <summary>Makes an orchestrator.</summary>
    /// <param name="gateways">Gateways, the primary first; at least one, with different ids.</param>
    /// <param name="store">Keeps payments.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="declines">Decline maps by gateway id; null, or a gateway that is not in it, for <see cref="DeclineMap.Default"/>.</param>
    /// <param name="health">Health of the gateways, to be shared or looked at; null for an own one.</param>
    /// <param name="time">Timer of time-outs; null for the system's.</param>
    /// <exception cref="ArgumentException">No gateway, an id twice, an option out of range, or a look-up delay that is not longer than the time-out.</exception>
    public PaymentOrchestrator(
        IEnumerable<IPaymentGateway> gateways,
        IPaymentStore store,
        IClock clock,
        OrchestrationOptions? options = null,
        IReadOnlyDictionary<string, DeclineMap>? declines = null,
        GatewayHealth? health = null,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(gateways);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        _gateways = [.. gateways];
        _store = store;
        _clock = clock;
        _options = options ?? new OrchestrationOptions();
        if (new OrchestrationOptionsValidator().Validate(null, _options) is { Failed: true } failed)
        {
            throw new ArgumentException(failed.FailureMessage, nameof(options));
        }

        if (_gateways.Count == 0 || _gateways.Select(g => g.Id).Distinct(StringComparer.Ordinal).Count() < _gateways.Count)
        {
            throw new ArgumentException("At least one gateway is needed, and their ids must differ.", nameof(gateways));
        }

        if (_gateways.FirstOrDefault(g => g.Capabilities.LookupDelay <= _options.Timeout) is { } early)
        {
            throw new ArgumentException($"The look-up delay of '{early.Id}' must be longer than the time-out of {_options.CallTimeout} s: else a call under way would be taken for absent.", nameof(gateways));
        }

        Health = health ?? new GatewayHealth(_options.CircuitFailures, Duration.FromSeconds(_options.CircuitOpen));
        _caller = new GatewayCaller(Health, clock, time ?? TimeProvider.System, _options.Timeout);
        _book = new PaymentBook(store, clock, id => declines?.GetValueOrDefault(id) ?? DeclineMap.Default);
        _operations = new PaymentOperations(store, clock, _book, _caller, id => _gateways.First(g => g.Id == id));
    }

    /// <summary>Health of the gateways as this orchestrator sees it.</summary>
    public GatewayHealth Health { get; }

    /// <summary>Pays an order, or tells where its payment stands: calling again never charges again.</summary>
    /// <param name="order">Order. The same id with another amount is refused.</param>
    /// <param name="method">Payment method. Another one than before is a new try, when the earlier ones are known to have failed.</param>
    /// <param name="cancellationToken">Ends waiting; the payment stays open and is found out by reconciliation.</param>
    /// <returns>Where it stands.</returns>
    /// <exception cref="ArgumentException">The amount is not above zero or not payable.</exception>
    /// <exception cref="EcomOpsException">The store fails.</exception>
    public async ValueTask<PaymentOutcome> PayAsync(PaymentOrder order, PaymentMethodToken method, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(method);
        if (order.Amount.Amount <= 0 || !order.Amount.IsPayable)
        {
            throw new ArgumentException($"The amount {order.Amount} must be above zero and have no fraction of a minor unit.", nameof(order));
        }

        PaymentRecord record = await _store.FindAsync(order.Id, cancellationToken).ConfigureAwait(false) ?? new PaymentRecord(order, [], []);
        if (record.Order.Amount != order.Amount || record.Order.CaptureNow != order.CaptureNow)
        {
            return new Refused(record, new Issue("order_changed", "order.amount", $"Payment '{order.Id}' was begun over {record.Order.Amount}; use a new id for another amount."));
        }

        record = await ResolveAsync(record, cancellationToken).ConfigureAwait(false);
        record = await DropOtherMethodAsync(record, method, cancellationToken).ConfigureAwait(false);
        return Standing(record, method) ?? await TryGatewaysAsync(record, method, order.Challenge, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds out what became of a payment: after the customer was sent somewhere, after a lost answer, after a webhook.</summary>
    /// <param name="orderId">Merchant reference.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Where it stands; null when there is no such payment.</returns>
    /// <exception cref="EcomOpsException">The store fails.</exception>
    public async ValueTask<PaymentOutcome?> ResumeAsync(string orderId, CancellationToken cancellationToken = default)
    {
        PaymentRecord? record = await _store.FindAsync(orderId, cancellationToken).ConfigureAwait(false);
        if (record is null)
        {
            return null;
        }

        record = await ResolveAsync(record, cancellationToken, alsoAbsent: true).ConfigureAwait(false);
        record = await _operations.ResolveAsync(record, cancellationToken).ConfigureAwait(false);
        record = await _operations.UndoSurplusAsync(record, cancellationToken).ConfigureAwait(false);
        return Standing(record, null) ?? new Unavailable(record);
    }

    /// <summary>Looks every open payment up once.</summary>
    /// <param name="cancellationToken">Cancels between payments.</param>
    /// <returns>Number of payments that are still open.</returns>
    /// <exception cref="EcomOpsException">The store fails.</exception>
    public async ValueTask<int> ReconcileAsync(CancellationToken cancellationToken = default)
    {
        int open = 0;
        await foreach (string id in _store.ListOpenAsync(cancellationToken).ConfigureAwait(false))
        {
            open += await ResumeAsync(id, cancellationToken).ConfigureAwait(false) is { Payment.IsOpen: true } ? 1 : 0;
        }

        return open;
    }

    /// <summary>Captures an authorised amount or a part of it.</summary>
    /// <param name="orderId">Merchant reference.</param>
    /// <param name="callerKey">The caller's key: the same key and amount is the same capture.</param>
    /// <param name="amount">Amount; null for all that is left.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns><see cref="Captured"/>, <see cref="Declined"/>, <see cref="OutcomeUnknown"/>, <see cref="Unavailable"/> or <see cref="Refused"/>; null when there is no such payment.</returns>
    public ValueTask<PaymentOutcome?> CaptureAsync(string orderId, string callerKey, Money? amount = null, CancellationToken cancellationToken = default) =>
        _operations.RunAsync(PaymentOperationKind.Capture, orderId, callerKey, amount, cancellationToken);

    /// <summary>Gives an authorisation back.</summary>
    /// <param name="orderId">Merchant reference.</param>
    /// <param name="callerKey">The caller's key.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns><see cref="Voided"/>, <see cref="Declined"/>, <see cref="OutcomeUnknown"/>, <see cref="Unavailable"/> or <see cref="Refused"/>; null when there is no such payment.</returns>
    public ValueTask<PaymentOutcome?> VoidAsync(string orderId, string callerKey, CancellationToken cancellationToken = default) =>
        _operations.RunAsync(PaymentOperationKind.Void, orderId, callerKey, null, cancellationToken);

    /// <summary>Pays a captured amount or a part of it back; never more than was captured.</summary>
    /// <param name="orderId">Merchant reference.</param>
    /// <param name="callerKey">The caller's key: the same key and amount is the same refund.</param>
    /// <param name="amount">Amount; null for all that is left.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns><see cref="Refunded"/>, <see cref="Declined"/>, <see cref="OutcomeUnknown"/>, <see cref="Unavailable"/> or <see cref="Refused"/>; null when there is no such payment.</returns>
    public ValueTask<PaymentOutcome?> RefundAsync(string orderId, string callerKey, Money? amount = null, CancellationToken cancellationToken = default) =>
        _operations.RunAsync(PaymentOperationKind.Refund, orderId, callerKey, amount, cancellationToken);

    private async ValueTask<PaymentOutcome> TryGatewaysAsync(PaymentRecord record, PaymentMethodToken method, bool challenge, CancellationToken cancellationToken)
    {
        HashSet<string> tried = new(StringComparer.Ordinal);
        int cascades = 0;
        IPaymentGateway? gateway = Next(record, method, tried);
        while (gateway is not null && record.Attempts.Count < _options.MaximumAttempts)
        {
            tried.Add(gateway.Id);
            int number = record.Attempts.Count + 1;
            PaymentAttempt attempt = new(
                number, gateway.Id, method, IdempotencyKeys.Of(record.Order.Id, number, "authorize", 1, gateway.Capabilities.MaximumKeyLength), AttemptState.Sending, _clock.GetCurrentInstant())
            {
                IsChallenged = challenge,
            };
            if (!await _store.TrySaveAsync(record with { Attempts = [.. record.Attempts, attempt] }, cancellationToken).ConfigureAwait(false))
            {
                record = await _store.FindAsync(record.Order.Id, cancellationToken).ConfigureAwait(false) ?? record;
                return Standing(record, method) ?? new OutcomeUnknown(record);
            }

            record = record with { Attempts = [.. record.Attempts, attempt], Version = record.Version + 1 };
            AuthorizeRequest request = new(attempt.Key, record.Order.Id, record.Order.Amount, method, record.Order.CaptureNow, challenge);
            GatewayOutcome answer = await _caller.CallAsync(gateway, (g, token) => g.AuthorizeAsync(request, token), cancellationToken).ConfigureAwait(false);
            record = await _book.AnswerAsync(record, number, answer, cancellationToken).ConfigureAwait(false);
            if (record.Attempts[^1].State == AttemptState.Unknown)
            {
                record = await ResolveAsync(record, cancellationToken).ConfigureAwait(false);
            }

            attempt = record.Attempts[number - 1];
            if (attempt is { State: AttemptState.Declined, Decline.StepUp: true, IsChallenged: false })
            {
                challenge = true;
                continue;
            }

            bool mayCascade = attempt.State == AttemptState.Failed || attempt is { State: AttemptState.Declined, Decline.CascadeNow: true };
            if (!mayCascade || cascades++ >= _options.MaximumCascades)
            {
                break;
            }

            gateway = Next(record, method, tried);
        }

        return Standing(record, method, afterTries: true)
            ?? (record.Attempts.Count >= _options.MaximumAttempts
                ? new Refused(record, new Issue("attempts_exhausted", "order.id", $"Payment '{record.Order.Id}' had its {_options.MaximumAttempts} attempts."))
                : new Unavailable(record));
    }

    // The first gateway that takes the method and currency, was not tried in this call, and whose circuit lets the call in.
    private IPaymentGateway? Next(PaymentRecord record, PaymentMethodToken method, HashSet<string> tried)
    {
        Instant now = _clock.GetCurrentInstant();
        return _gateways.FirstOrDefault(g => !tried.Contains(g.Id) && g.Capabilities.Takes(method.Kind, record.Order.Amount.Currency) && Health.TryEnter(g.Id, now));
    }

    // Looks every open attempt up; an attempt of which the gateway still knows nothing after its delay was never executed.
    private async ValueTask<PaymentRecord> ResolveAsync(PaymentRecord record, CancellationToken cancellationToken, bool alsoAbsent = false)
    {
        foreach (PaymentAttempt attempt in record.Attempts.Where(a => a.IsOpen || (alsoAbsent && a is { State: AttemptState.Failed, Code: Absent })))
        {
            IPaymentGateway? gateway = _gateways.FirstOrDefault(g => g.Id == attempt.GatewayId);
            if (gateway is null)
            {
                continue;
            }

            GatewayOutcome? found = await _caller.FindAsync(gateway, attempt.Key, cancellationToken).ConfigureAwait(false);
            if (found is not null || _clock.GetCurrentInstant() - attempt.SentAt >= gateway.Capabilities.LookupDelay)
            {
                record = await _book.AnswerAsync(record, attempt.Number, found, cancellationToken).ConfigureAwait(false);
            }
        }

        return record;
    }

    // A customer who turns to another method while the first waits for an action: the first is given back before anything else may be charged.
    private async ValueTask<PaymentRecord> DropOtherMethodAsync(PaymentRecord record, PaymentMethodToken method, CancellationToken cancellationToken)
    {
        foreach (PaymentAttempt attempt in record.Attempts.Where(a => a.State == AttemptState.RequiresAction && a.Method != method))
        {
            record = await _operations.DropAsync(record, attempt, cancellationToken).ConfigureAwait(false);
        }

        return record;
    }

    // Where a payment stands; null when a new attempt may be made.
    private PaymentOutcome? Standing(PaymentRecord record, PaymentMethodToken? method, bool afterTries = false)
    {
        if (record.Attempts.FirstOrDefault(a => a.State is AttemptState.Sending or AttemptState.Unknown) is not null)
        {
            return new OutcomeUnknown(record);
        }

        if (record.Live is { } live)
        {
            return live.State == AttemptState.Captured || !record.Captured.IsZero ? new Captured(record, live, record.Captured) : new Authorized(record, live);
        }

        if (record.Attempts.LastOrDefault(a => a.State == AttemptState.RequiresAction) is { ActionUrl: { } url })
        {
            return method is null || record.Attempts[^1].Method == method ? new ActionRequired(record, url) : new OutcomeUnknown(record);
        }

        if (record.Attempts.Any(a => a.State == AttemptState.Voided && record.Operations.Any(o => o.AttemptNumber == a.Number && !o.CallerKey.StartsWith(PaymentRecord.UndoPrefix, StringComparison.Ordinal))))
        {
            return new Voided(record);
        }

        PaymentAttempt? declined = record.Attempts.LastOrDefault(a => a.State == AttemptState.Declined && (method is null || a.Method == method));
        if (declined?.Decline is not { } advice)
        {
            return null;
        }

        bool mayRetry = !advice.NeverRetry && advice.RetryAfter is { } wait && _clock.GetCurrentInstant() - (declined.AnsweredAt ?? declined.SentAt) >= wait;
        return mayRetry && !afterTries && method is not null ? null : new Declined(record, advice);
    }
}
