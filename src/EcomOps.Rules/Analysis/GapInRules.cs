namespace EcomOps.Rules.Analysis;

/// <summary>Some input is matched by no rule, and there is no default.</summary>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Witness">Such an input; null when the budget ended first.</param>
public sealed record GapInRules(Certainty Certainty, AnalysisWitness? Witness) : AnalysisFinding(Certainty)
{
    private protected override string Word => "gap";

    /// <inheritdoc />
    public override IReadOnlyList<string> Rules => [];
}
