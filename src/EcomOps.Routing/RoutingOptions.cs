namespace EcomOps.Routing;

/// <summary>How the router decides.</summary>
/// <remarks>Mutable for configuration; the router copies it when it is made.</remarks>
public sealed class RoutingOptions
{
    /// <summary>Most nodes of the search by default.</summary>
    public const int DefaultMaximumNodes = 20_000;

    /// <summary>What is minimised; <see cref="RoutingObjective.Cost"/> by default.</summary>
    public RoutingObjective Objective { get; set; }

    /// <summary>Cost in the network's currency of each parcel after the first, beside its own price: the customer's annoyance and a second unpacking; 0 or more, 0 by default.</summary>
    public decimal SplitCost { get; set; }

    /// <summary>Business days by which the deadline may be relaxed, tried in this order after 0; ascending, none by default, so that a late order is unroutable.</summary>
    public IList<int> Tolerances { get; } = [];

    /// <summary>Whether the margin of each location that lost is worked out, which solves the problem once more for each; true by default.</summary>
    public bool ExplainMargins { get; set; } = true;

    /// <summary>Days after the first possible one on which capacity is looked for, 0 to 365; 14 by default.</summary>
    public int CapacityHorizon { get; set; } = 14;

    /// <summary>Nodes of the search after which the best plan so far is taken, 1 or more; 20,000 by default. The plan then shows its lower bound.</summary>
    public int MaximumNodes { get; set; } = DefaultMaximumNodes;
}
