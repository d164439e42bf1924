namespace EcomOps.Routing.Stock;

/// <summary>Orders and units that a location hands over on a day.</summary>
/// <param name="Orders">Orders (parcels), 0 or more.</param>
/// <param name="Units">Units, 0 or more.</param>
/// <remarks>Equal by value; <c>default</c> is no load.</remarks>
public readonly record struct Workload(int Orders, long Units);
