namespace EcomOps.Rules.DecisionSets;

/// <summary>What one evaluation does besides deciding.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record EvaluationOptions
{
    /// <summary>No trace, all tags.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>A trace, all tags.</summary>
    public static EvaluationOptions WithTrace { get; } = new() { Trace = true };

    /// <summary>Whether the decision carries the trace of every rule; default false. A trace evaluates every condition.</summary>
    public bool Trace { get; init; }

    /// <summary>Only rules with one of these tags take part; null (default) means all.</summary>
    public IReadOnlySet<string>? Tags { get; init; }

    /// <summary>For the tests: whether the discriminators are used.</summary>
    internal bool UseIndex { get; init; } = true;
}
