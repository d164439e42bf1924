using EcomOps.Core;
using EcomOps.Payments.Gateways;
using NodaTime;

namespace EcomOps.Testing.Payments;

/// <summary>A gateway in memory with its own books, seeded declines and faults.</summary>
/// <remarks>
/// What happens to a call depends on the seed, the idempotency key and how often the key was used, never on the order of calls: a run can be repeated although threads interleave. Tokens force an
/// outcome: <c>decline:CODE</c> is declined with that code, <c>challenge</c> asks for the customer's action unless the request already wants one. Thread-safe.
/// </remarks>
public sealed class GatewaySimulator : IPaymentGateway
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Execution> _executions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SimulatedPayment> _payments = new(StringComparer.Ordinal);
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ulong _seed;

    /// <summary>Makes a gateway.</summary>
    /// <param name="id">Id.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="seed">Seed of declines and faults.</param>
    /// <param name="options">Behaviour; null for one that takes everything.</param>
    /// <param name="time">Timer of latencies; null for the system's.</param>
    public GatewaySimulator(string id, IClock clock, int seed = 0, GatewaySimulatorOptions? options = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(clock);
        Id = id;
        _clock = clock;
        _time = time ?? TimeProvider.System;
        _seed = Draws.Mix(Draws.Hash(id), (ulong)(uint)seed);
        Options = options ?? new GatewaySimulatorOptions();
    }

    /// <inheritdoc />
    public string Id { get; }

    /// <summary>Behaviour; may be changed while it runs, for example to end all faults.</summary>
    public GatewaySimulatorOptions Options { get; set; }

    /// <inheritdoc />
    public GatewayCapabilities Capabilities => new()
    {
        Methods = Options.Methods,
        Currencies = Options.Currencies,
        LookupDelay = Options.VisibilityDelay + Duration.FromMinutes(1),
    };

    /// <summary>The books: payments by transaction id, ordinally.</summary>
    public IReadOnlyList<SimulatedPayment> Payments
    {
        get
        {
            lock (_gate)
            {
                return [.. _payments.Values.OrderBy(p => p.TransactionId, StringComparer.Ordinal)];
            }
        }
    }

    /// <inheritdoc />
    public ValueTask<GatewayOutcome> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CallAsync(request.IdempotencyKey, request, () => Authorize(request), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<GatewayOutcome> CaptureAsync(FollowUpRequest request, CancellationToken cancellationToken) => FollowAsync(request, "capture", p =>
        p.IsVoided || p.Captured + request.Amount > p.Authorized ? null : p with { Captured = p.Captured + request.Amount }, cancellationToken);

    /// <inheritdoc />
    public ValueTask<GatewayOutcome> VoidAsync(FollowUpRequest request, CancellationToken cancellationToken) => FollowAsync(request, "void", p =>
        p.IsVoided || !p.Captured.IsZero ? null : p with { IsVoided = true }, cancellationToken);

    /// <inheritdoc />
    public ValueTask<GatewayOutcome> RefundAsync(FollowUpRequest request, CancellationToken cancellationToken) => FollowAsync(request, "refund", p =>
        p.Refunded + request.Amount > p.Captured ? null : p with { Refunded = p.Refunded + request.Amount }, cancellationToken);

    /// <inheritdoc />
    public ValueTask<GatewayOutcome?> FindByReferenceAsync(string idempotencyKey, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            int count = Count("find:" + idempotencyKey);
            if (IsOut() || Draw("find:" + idempotencyKey, count) < Options.FailingLookups)
            {
                throw new EcomOpsException("gateway_unreachable", $"'{Id}' does not answer.", isTransient: true);
            }

            return new(_executions.TryGetValue(idempotencyKey, out Execution? execution) && execution.VisibleAt <= _clock.GetCurrentInstant() ? execution.Outcome : null);
        }
    }

    /// <summary>Ends a customer's action.</summary>
    /// <param name="idempotencyKey">Key of the authorisation that waits for it.</param>
    /// <param name="succeeds">Whether the customer authenticated.</param>
    /// <exception cref="InvalidOperationException">No such authorisation waits.</exception>
    public void CompleteAction(string idempotencyKey, bool succeeds)
    {
        lock (_gate)
        {
            if (!_executions.TryGetValue(idempotencyKey, out Execution? execution) || execution is not { Outcome: GatewayActionRequired action, Request: AuthorizeRequest request })
            {
                throw new InvalidOperationException($"No action of '{idempotencyKey}' is awaited.");
            }

            bool lives = !_payments[action.TransactionId].IsVoided;
            execution.Outcome = succeeds && lives ? Book(request, action.TransactionId) : new GatewayDeclined("authentication_not_handled");
        }
    }

    private GatewayOutcome Authorize(AuthorizeRequest request)
    {
        string key = request.IdempotencyKey;
        string transaction = $"{Id}-{_payments.Count + 1}-{Draws.Mix(_seed, Draws.Hash(key)) % 0xFFFFFF:x6}";
        const string forced = "decline:";
        string? decline = request.Method.Token.StartsWith(forced, StringComparison.Ordinal) ? request.Method.Token[forced.Length..] : DeclineOf(key);
        if (decline is not null)
        {
            return new GatewayDeclined(decline);
        }

        if (request.Challenge || request.Method.Token == "challenge" || Draw("action:" + key, 0) < Options.ActionRequired)
        {
            Money none = Money.Zero(request.Amount.Currency);
            _payments[transaction] = new SimulatedPayment(transaction, request.OrderId, none, none, none, false, _clock.GetCurrentInstant());
            return new GatewayActionRequired(transaction, new Uri($"https://{Id}.example/authenticate/{transaction}"));
        }

        return Book(request, transaction);
    }

    private GatewaySuccess Book(AuthorizeRequest request, string transaction)
    {
        Money none = Money.Zero(request.Amount.Currency);
        _payments[transaction] = new SimulatedPayment(transaction, request.OrderId, request.Amount, request.Capture ? request.Amount : none, none, false, _clock.GetCurrentInstant());
        return new GatewaySuccess(transaction, request.Amount, request.Capture);
    }

    private string? DeclineOf(string key)
    {
        double draw = Draw("decline:" + key, 0);
        foreach ((string code, double probability) in Options.Declines)
        {
            draw -= probability;
            if (draw < 0)
            {
                return code;
            }
        }

        return null;
    }

    private ValueTask<GatewayOutcome> FollowAsync(FollowUpRequest request, string operation, Func<SimulatedPayment, SimulatedPayment?> apply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CallAsync(request.IdempotencyKey, (operation, request), () =>
        {
            if (!_payments.TryGetValue(request.TransactionId, out SimulatedPayment? payment) || apply(payment) is not { } changed)
            {
                return new GatewayDeclined("not_permitted");
            }

            _payments[request.TransactionId] = changed;
            return new GatewaySuccess(request.TransactionId, request.Amount);
        }, cancellationToken);
    }

    private async ValueTask<GatewayOutcome> CallAsync(string key, object request, Func<GatewayOutcome> execute, CancellationToken cancellationToken)
    {
        if (Options.MaximumLatency > Duration.Zero)
        {
            Duration latency = Options.MinimumLatency + ((Options.MaximumLatency - Options.MinimumLatency) * Draw("latency:" + key, 0));
            await Task.Delay(latency.ToTimeSpan(), _time, cancellationToken).ConfigureAwait(false);
        }

        lock (_gate)
        {
            int count = Count(key);
            double fault = Draw("fault:" + key, count);
            if (IsOut() || fault < Options.Rejections)
            {
                return new GatewayRejected("gateway_unreachable", true);
            }

            if (_executions.TryGetValue(key, out Execution? earlier))
            {
                return earlier.Request.Equals(request) ? earlier.Outcome : new GatewayRejected("key_reused", false);
            }

            fault -= Options.Rejections;
            if (fault < Options.LostCalls)
            {
                return Lost(key, count);
            }

            _executions[key] = new Execution(request, execute(), _clock.GetCurrentInstant() + (Options.VisibilityDelay * Draw("visible:" + key, 0)));
            return fault - Options.LostCalls < Options.LostAnswers ? Lost(key, count) : _executions[key].Outcome;
        }
    }

    // Adapters lose answers in two ways: some say so, some throw.
    private GatewayUnknown Lost(string key, int count) => Draw("throw:" + key, count) < 0.5 ? throw new IOException("The connection was closed.") : new GatewayUnknown("timeout");

    private bool IsOut()
    {
        Instant now = _clock.GetCurrentInstant();
        return Options.Outages.Any(o => o.From <= now && now < o.Until);
    }

    private int Count(string key) => _calls[key] = _calls.GetValueOrDefault(key) + 1;

    private double Draw(string purpose, int count) => Draws.Unit(Draws.Mix(_seed + (ulong)(uint)count, Draws.Hash(purpose)));

    private sealed class Execution(object request, GatewayOutcome outcome, Instant visibleAt)
    {
        public object Request { get; } = request;

        public GatewayOutcome Outcome { get; set; } = outcome;

        public Instant VisibleAt { get; } = visibleAt;
    }
}
