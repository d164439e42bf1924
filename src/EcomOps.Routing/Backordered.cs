using EcomOps.Routing.Plans;

namespace EcomOps.Routing;

/// <summary>Some units, or all, are left unfilled, as their lines allow; leaving them is cheaper than filling them, or they are out of stock.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Backordered : RoutingOutcome
{
    internal Backordered(RoutingDecision decision, RoutingPlan plan)
        : base(decision) => Plan = plan;

    /// <summary>The plan for what is sent now; <see cref="RoutingPlan.Unfilled"/> is not empty.</summary>
    public RoutingPlan Plan { get; }
}
