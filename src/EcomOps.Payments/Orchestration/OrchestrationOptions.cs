using NodaTime;

namespace EcomOps.Payments.Orchestration;

/// <summary>How payments are orchestrated.</summary>
/// <remarks>Mutable for configuration; validated by <see cref="OrchestrationOptionsValidator"/>.</remarks>
public sealed class OrchestrationOptions
{
    /// <summary>Most attempts of an order by default.</summary>
    public const int DefaultMaximumAttempts = 6;

    /// <summary>Other gateways that are tried after a decline or failure in one call, 0 to 5; 1 by default.</summary>
    public int MaximumCascades { get; set; } = 1;

    /// <summary>Attempts of an order over all calls, 1 to 30; 6 by default.</summary>
    public int MaximumAttempts { get; set; } = DefaultMaximumAttempts;

    /// <summary>Seconds after which an answer counts as lost, 1 to 300; 20 by default. Every gateway's look-up delay must be longer.</summary>
    public int CallTimeout { get; set; } = 20;

    /// <summary>Failures in a row that open a gateway's circuit, 1 to 100; 5 by default.</summary>
    public int CircuitFailures { get; set; } = 5;

    /// <summary>Seconds that a circuit stays open before one call probes the gateway, 1 to 3600; 30 by default.</summary>
    public int CircuitOpen { get; set; } = 30;

    internal Duration Timeout => Duration.FromSeconds(CallTimeout);
}
