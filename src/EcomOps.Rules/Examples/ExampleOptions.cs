using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Examples;

/// <summary>What a run of examples measures.</summary>
public sealed record ExampleOptions
{
    /// <summary>Whether the mutation score is measured. Default true.</summary>
    public bool Mutation { get; init; } = true;

    /// <summary>Most mutants tried, spread evenly over the document; default 1,000.</summary>
    public int MaximumMutants { get; init; } = 1_000;

    /// <summary>Lists that the set needs, for compiling mutants; null (default) for none.</summary>
    public RuleSetOptions? Compilation { get; init; }
}
