using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Analysis;

/// <summary>No input of the domain makes the rule's condition true.</summary>
/// <param name="Rule">Id.</param>
/// <param name="Conjuncts">Positions, from 0, of the smallest set of the condition's conjuncts that contradict each other within the domain.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record UnsatisfiableRule(string Rule, ValueList<int> Conjuncts, Certainty Certainty) : AnalysisFinding(Certainty)
{
    private protected override string Word => "unsatisfiable";

    /// <inheritdoc />
    public override IReadOnlyList<string> Rules => [Rule];
}
