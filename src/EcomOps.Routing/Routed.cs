using EcomOps.Routing.Plans;

namespace EcomOps.Routing;

/// <summary>Every unit of the order has a parcel.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Routed : RoutingOutcome
{
    internal Routed(RoutingDecision decision, RoutingPlan plan)
        : base(decision) => Plan = plan;

    /// <summary>The plan.</summary>
    public RoutingPlan Plan { get; }
}
