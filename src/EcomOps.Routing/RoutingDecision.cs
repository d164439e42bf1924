using EcomOps.Routing.Plans;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Routing;

/// <summary>What a routing outcome was decided with, so that it can be explained and repeated.</summary>
/// <param name="OrderId">Order.</param>
/// <param name="At">Instant of the decision.</param>
/// <param name="Region">Region of the destination; null when the rate table has none for it.</param>
/// <param name="Deadline">Last day of arrival that was asked for, before any tolerance; null when there was none.</param>
/// <param name="Tolerance">Business days by which the deadline was relaxed to find a plan; 0 when it was kept.</param>
/// <param name="Rules">Identity of the eligibility rules.</param>
/// <param name="Candidates">All locations of the network by id, ordinally.</param>
/// <remarks>Immutable.</remarks>
public sealed record RoutingDecision(
    string OrderId, Instant At, string? Region, LocalDate? Deadline, int Tolerance, RuleSetIdentity Rules, IReadOnlyList<CandidateVerdict> Candidates);
