using EcomOps.Core;
using NodaTime;

namespace EcomOps.Testing.Payments;

/// <summary>How a simulated gateway behaves. All rates are probabilities from 0 to 1, 0 by default.</summary>
/// <remarks>Immutable.</remarks>
public sealed record GatewaySimulatorOptions
{
    /// <summary>Decline codes with the probability of each; at most 1 in sum.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Declines { get; init; } = [];

    /// <summary>Authorisations that need the customer's action first.</summary>
    public double ActionRequired { get; init; }

    /// <summary>Calls that are executed but whose answer is lost.</summary>
    public double LostAnswers { get; init; }

    /// <summary>Calls that are lost before they are executed, with no way to tell from outside.</summary>
    public double LostCalls { get; init; }

    /// <summary>Calls that are refused without being executed (no connection, rate limit).</summary>
    public double Rejections { get; init; }

    /// <summary>Look-ups that fail.</summary>
    public double FailingLookups { get; init; }

    /// <summary>Longest time until a look-up sees what was executed; zero by default. Each payment draws its own time up to it. The promised look-up delay is longer by a minute.</summary>
    public Duration VisibilityDelay { get; init; } = Duration.Zero;

    /// <summary>Times without service: calls are rejected, look-ups fail.</summary>
    public IReadOnlyList<OutageWindow> Outages { get; init; } = [];

    /// <summary>Shortest latency of a call; zero by default.</summary>
    public Duration MinimumLatency { get; init; } = Duration.Zero;

    /// <summary>Longest latency of a call; zero by default, then no timer is used at all.</summary>
    public Duration MaximumLatency { get; init; } = Duration.Zero;

    /// <summary>Kinds of payment methods; empty for all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Currencies; empty for all.</summary>
    public IReadOnlyList<Currency> Currencies { get; init; } = [];
}
