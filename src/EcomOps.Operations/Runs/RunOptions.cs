namespace EcomOps.Operations.Runs;

/// <summary>What a run takes besides history and settings. Immutable and thread-safe.</summary>
public sealed record RunOptions
{
    /// <summary>Text (YAML or JSON) of rules that put products into categories; null for those that ship with EcomOps.Catalog.</summary>
    public string? ClassificationRules { get; init; }
}
