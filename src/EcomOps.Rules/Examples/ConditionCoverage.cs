namespace EcomOps.Rules.Examples;

/// <summary>How the examples exercised one condition (a top-level conjunct).</summary>
/// <param name="Code">Code, <c>ruleId#2</c>.</param>
/// <param name="Source">CEL source.</param>
/// <param name="Held">Examples in which it held.</param>
/// <param name="Failed">Examples in which it was false.</param>
public sealed record ConditionCoverage(string Code, string Source, int Held, int Failed)
{
    /// <summary>Whether it was seen both ways.</summary>
    public bool IsCovered => Held > 0 && Failed > 0;
}
