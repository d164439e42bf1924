namespace EcomOps.Rules.Analysis;

/// <summary>Two rules match exactly the same inputs and have the same outcome.</summary>
/// <param name="First">Id of the earlier rule.</param>
/// <param name="Second">Id of the later rule.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record DuplicateRules(string First, string Second, Certainty Certainty) : AnalysisFinding(Certainty)
{
    private protected override string Word => "duplicate";

    /// <inheritdoc />
    public override IReadOnlyList<string> Rules => [First, Second];
}
