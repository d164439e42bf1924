namespace EcomOps.Routing;

/// <summary>What the router minimises.</summary>
public enum RoutingObjective
{
    /// <summary>The cost of the plan; equal costs: fewer parcels.</summary>
    Cost,

    /// <summary>The number of parcels, then the cost. Where the order can't be filled completely: the cost.</summary>
    FewestParcels,
}
