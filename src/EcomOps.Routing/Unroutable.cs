using EcomOps.Routing.Sourcing;

namespace EcomOps.Routing;

/// <summary>No plan fills the lines that must be filled; the exception queue takes over.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Unroutable : RoutingOutcome
{
    internal Unroutable(RoutingDecision decision, SourcingObstacle obstacle, string message)
        : base(decision)
    {
        Obstacle = obstacle;
        Message = message;
    }

    /// <summary>The first restriction that leaves no plan.</summary>
    public SourcingObstacle Obstacle { get; }

    /// <summary>The same for people, with what could be done.</summary>
    public string Message { get; }
}
