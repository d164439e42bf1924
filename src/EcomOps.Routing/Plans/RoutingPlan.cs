using EcomOps.Core;
using NodaTime;

namespace EcomOps.Routing.Plans;

/// <summary>Who sends what, when it arrives and what it costs.</summary>
/// <param name="Parcels">Parcels by location id, ordinally.</param>
/// <param name="Unfilled">Units that nobody sends now, in the order of the lines.</param>
/// <param name="Cost">Objective, part by part.</param>
/// <param name="LowerBound">No plan costs less; equal to the total cost when the plan is proven to be the cheapest.</param>
/// <remarks>Immutable.</remarks>
public sealed record RoutingPlan(IReadOnlyList<Parcel> Parcels, IReadOnlyList<ParcelLine> Unfilled, PlanCost Cost, Money LowerBound)
{
    /// <summary>Whether the plan is proven to be the cheapest.</summary>
    public bool IsOptimal => LowerBound == Cost.Total;

    /// <summary>Day on which the last parcel arrives; null without parcels.</summary>
    public LocalDate? ArrivesOn => Parcels.Count == 0 ? null : Parcels.Max(p => p.Promise.ArrivesOn);
}
