namespace EcomOps.Routing.Sourcing;

/// <summary>No plan fills the lines that must be filled.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SourcingInfeasible : SourcingOutcome
{
    internal SourcingInfeasible(SourcingObstacle obstacle) => Obstacle = obstacle;

    /// <summary>The first restriction, in the order of <see cref="SourcingObstacle"/>, under which no plan exists any more.</summary>
    public SourcingObstacle Obstacle { get; }
}
