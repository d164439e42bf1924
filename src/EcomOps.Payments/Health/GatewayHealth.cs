using NodaTime;

namespace EcomOps.Payments.Health;

/// <summary>Counts how gateways answer, and keeps away from those that do not (circuit breaker).</summary>
/// <remarks>
/// A failure is a lost answer or a call that could not be executed; a decline is a healthy answer. Failures in a row open the circuit; after a while one call may probe; a healthy answer closes it.
/// Thread-safe. State is per process.
/// </remarks>
public sealed class GatewayHealth
{
    private const int Window = 200;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly int _failuresToOpen;
    private readonly Duration _openFor;

    /// <summary>Makes a tracker.</summary>
    /// <param name="failuresToOpen">Failures in a row that open a circuit, 1 or more; 5 by default.</param>
    /// <param name="openFor">Time that it stays open; 30 seconds by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1, or not above zero.</exception>
    public GatewayHealth(int failuresToOpen = 5, Duration? openFor = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failuresToOpen, 1);
        _failuresToOpen = failuresToOpen;
        _openFor = openFor ?? Duration.FromSeconds(30);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_openFor, Duration.Zero, nameof(openFor));
    }

    /// <summary>State of a gateway's circuit.</summary>
    /// <param name="gatewayId">Gateway.</param>
    /// <param name="now">Instant.</param>
    /// <returns>Closed for an unknown gateway.</returns>
    public CircuitState Circuit(string gatewayId, Instant now)
    {
        lock (_gate)
        {
            return Of(gatewayId).At(now, _openFor);
        }
    }

    /// <summary>Share of healthy answers among the last 200.</summary>
    /// <param name="gatewayId">Gateway.</param>
    /// <returns>0 to 1; null when there were none.</returns>
    public double? SuccessRate(string gatewayId)
    {
        lock (_gate)
        {
            Queue<bool> recent = Of(gatewayId).Recent;
            return recent.Count == 0 ? null : (double)recent.Count(healthy => healthy) / recent.Count;
        }
    }

    /// <summary>Asks for permission to call a gateway; in the half-open state only one caller gets it until that call is reported.</summary>
    /// <param name="gatewayId">Gateway.</param>
    /// <param name="now">Instant.</param>
    /// <returns>Whether it may be called.</returns>
    public bool TryEnter(string gatewayId, Instant now)
    {
        lock (_gate)
        {
            State state = Of(gatewayId);
            switch (state.At(now, _openFor))
            {
                case CircuitState.Closed:
                    return true;
                case CircuitState.HalfOpen when !state.Probing || now - state.ProbeAt >= _openFor:
                    state.Probing = true;
                    state.ProbeAt = now;
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>Reports how a call ended.</summary>
    /// <param name="gatewayId">Gateway.</param>
    /// <param name="healthy">Whether there was an answer.</param>
    /// <param name="now">Instant.</param>
    public void Report(string gatewayId, bool healthy, Instant now)
    {
        lock (_gate)
        {
            State state = Of(gatewayId);
            bool wasHalfOpen = state.At(now, _openFor) == CircuitState.HalfOpen;
            state.Recent.Enqueue(healthy);
            if (state.Recent.Count > Window)
            {
                state.Recent.Dequeue();
            }

            state.Probing = false;
            state.Failures = healthy ? 0 : state.Failures + 1;
            if (healthy)
            {
                state.OpenedAt = null;
            }
            else if (wasHalfOpen || (state.OpenedAt is null && state.Failures >= _failuresToOpen))
            {
                state.OpenedAt = now;
            }
        }
    }

    private State Of(string gatewayId)
    {
        if (!_states.TryGetValue(gatewayId, out State? state))
        {
            _states[gatewayId] = state = new State();
        }

        return state;
    }

    private sealed class State
    {
        public Queue<bool> Recent { get; } = new();

        public int Failures { get; set; }

        public Instant? OpenedAt { get; set; }

        public bool Probing { get; set; }

        public Instant ProbeAt { get; set; }

        public CircuitState At(Instant now, Duration openFor) =>
            OpenedAt is not { } opened ? CircuitState.Closed : now - opened < openFor ? CircuitState.Open : CircuitState.HalfOpen;
    }
}
