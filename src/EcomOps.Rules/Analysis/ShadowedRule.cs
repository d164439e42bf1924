using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Analysis;

/// <summary>A rule never wins: earlier rules take every input that it matches.</summary>
/// <param name="Rule">Id.</param>
/// <param name="By">Ids of the rules that win at least one of these inputs, in document order.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record ShadowedRule(string Rule, ValueList<string> By, Certainty Certainty) : AnalysisFinding(Certainty)
{
    private protected override string Word => "shadowed";

    /// <inheritdoc />
    public override IReadOnlyList<string> Rules => [Rule];
}
