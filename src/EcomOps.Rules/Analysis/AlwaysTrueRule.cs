namespace EcomOps.Rules.Analysis;

/// <summary>Every input of the domain makes the rule's condition true, as a wanted catch-all does.</summary>
/// <param name="Rule">Id.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record AlwaysTrueRule(string Rule, Certainty Certainty) : AnalysisFinding(Certainty)
{
    private protected override string Word => "always-true";

    /// <inheritdoc />
    public override IReadOnlyList<string> Rules => [Rule];
}
