namespace EcomOps.Routing.Sourcing;

/// <summary>Who serves what.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SourcingPlan : SourcingOutcome
{
    internal SourcingPlan(long cost, long bound, IReadOnlyList<SourcingAllocation> allocations, IReadOnlyList<SourcingShortage> unfilled)
    {
        Cost = cost;
        Bound = bound;
        Allocations = allocations;
        Unfilled = unfilled;
    }

    /// <summary>Cost of the plan: parcels, units and penalties.</summary>
    public long Cost { get; }

    /// <summary>No plan costs less than this; equal to <see cref="Cost"/> when the plan is proven to be the cheapest.</summary>
    public long Bound { get; }

    /// <summary>Whether the plan is proven to be the cheapest.</summary>
    public bool IsOptimal => Bound == Cost;

    /// <summary>Units by line and source, ordered by source and then by line; none has zero units.</summary>
    public IReadOnlyList<SourcingAllocation> Allocations { get; }

    /// <summary>Units left unfilled, ordered by line; none has zero units.</summary>
    public IReadOnlyList<SourcingShortage> Unfilled { get; }

    /// <summary>Number of sources used.</summary>
    public int SourcesUsed => Allocations.Select(a => a.Source).Distinct().Count();
}
