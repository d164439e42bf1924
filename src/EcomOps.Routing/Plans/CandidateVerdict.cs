using EcomOps.Core;
using EcomOps.Routing.Promises;

namespace EcomOps.Routing.Plans;

/// <summary>A location in a routing decision, and why it does or does not send.</summary>
/// <param name="LocationId">Location.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reasons">All reasons; empty for a location that is used.</param>
/// <param name="Margin">What the cheapest plan with this location costs more than the chosen one; null when it is used, excluded, or the router was told not to work it out.</param>
/// <param name="Promise">Its earliest delivery; null when it has no rate or no capacity.</param>
/// <param name="Distance">Great-circle kilometres to the destination, rounded up to 0.1; null when the destination's place is unknown.</param>
/// <remarks>Immutable.</remarks>
public sealed record CandidateVerdict(
    string LocationId, CandidateStatus Status, IReadOnlyList<CandidateReason> Reasons, Money? Margin, DeliveryPromise? Promise, decimal? Distance);
