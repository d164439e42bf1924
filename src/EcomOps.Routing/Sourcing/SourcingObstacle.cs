namespace EcomOps.Routing.Sourcing;

/// <summary>Restrictions in the order in which they are added until nothing is possible any more.</summary>
public enum SourcingObstacle
{
    /// <summary>All sources together hold too few units.</summary>
    InsufficientStock,

    /// <summary>Those that arrive on time hold too few units.</summary>
    NotOnTime,

    /// <summary>Their capacity is too small.</summary>
    InsufficientCapacity,

    /// <summary>More sources would be needed than the order may use.</summary>
    MaximumSources,

    /// <summary>The search ended before a plan was found or excluded.</summary>
    SearchLimit,
}
