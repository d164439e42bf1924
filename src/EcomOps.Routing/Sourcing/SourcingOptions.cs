namespace EcomOps.Routing.Sourcing;

/// <summary>Limits of the search.</summary>
/// <remarks>Immutable. Effort is counted in steps and never in time, so that equal inputs give equal answers on every machine.</remarks>
public sealed record SourcingOptions
{
    /// <summary>Nodes of the search tree after which the best plan so far is returned, with its gap; at least 1, 20,000 by default.</summary>
    public int MaximumNodes { get; init; } = 20_000;

    /// <summary>Index of a source that must send at least one unit, null (the default) for none: what the best plan with that source would cost.</summary>
    public int? RequiredSource { get; init; }
}
