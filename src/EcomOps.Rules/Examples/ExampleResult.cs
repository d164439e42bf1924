using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Examples;

/// <summary>One example of a document, run.</summary>
/// <param name="Name">Name of the example.</param>
/// <param name="Failures">What differs from the expectation; empty when it holds.</param>
/// <param name="Decision">The decision; null when the facts could not be read.</param>
public sealed record ExampleResult(string Name, IReadOnlyList<string> Failures, Decision? Decision)
{
    /// <summary>Whether the expectation holds.</summary>
    public bool Passed => Failures.Count == 0;
}
