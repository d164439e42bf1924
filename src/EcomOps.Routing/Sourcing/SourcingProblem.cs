namespace EcomOps.Routing.Sourcing;

/// <summary>One order over several sources in whole numbers: choose sources, pay a parcel cost for each, fill the lines.</summary>
/// <param name="Lines">Demand; at least one line.</param>
/// <param name="Sources">Places. Their order decides nothing but which of several equally good plans is returned.</param>
/// <param name="MaximumSources">Most sources that may be used, at least 1; null for no limit.</param>
/// <remarks>
/// Minimise parcel costs of the modes used + unit costs + penalties of what stays unfilled, subject to stock, capacity, punctuality and the most sources.
/// A line may be split over sources. This is a facility location problem with capacities; NP-hard, but small for one order. Immutable.
/// </remarks>
public sealed record SourcingProblem(IReadOnlyList<SourcingLine> Lines, IReadOnlyList<SourcingSource> Sources, int? MaximumSources = null);
