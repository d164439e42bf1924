using EcomOps.Routing.Plans;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Routing;

/// <summary>What routing an order gave: <see cref="Routed"/>, <see cref="Backordered"/> or <see cref="Unroutable"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract record RoutingOutcome
{
    private protected RoutingOutcome(RoutingDecision decision) => Decision = decision;

    /// <summary>Order, time, rules and candidates of the decision.</summary>
    public RoutingDecision Decision { get; }
}
