namespace EcomOps.Routing.Sourcing;

/// <summary>One way of shipping from a source, for example a carrier's service.</summary>
/// <param name="ParcelCost">Paid once when the mode is used; 0 or more.</param>
/// <param name="UnitCost">Cost per unit for each line, in the order of the problem's lines; 0 or more each.</param>
/// <remarks>Immutable. A plan uses at most one mode of a source. With prices per parcel and per weight nothing is lost by that: the mode that is cheaper by weight could carry all.</remarks>
public sealed record SourcingMode(long ParcelCost, IReadOnlyList<long> UnitCost);
