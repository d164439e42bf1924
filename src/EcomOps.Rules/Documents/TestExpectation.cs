namespace EcomOps.Rules.Documents;

/// <summary>What a decision must show in a test; parts left null are not compared.</summary>
public sealed record TestExpectation
{
    /// <summary>Expected outcome; of a map only the members named here are compared.</summary>
    public RuleValue? Outcome { get; init; }

    /// <summary>Expected ids of the rules that matched, in any order.</summary>
    public ValueList<string>? Matched { get; init; }

    /// <summary>Expected kind of decision; null means <see cref="DecisionKind.Decided"/> when an outcome or matches are given.</summary>
    public DecisionKind? Decision { get; init; }
}
