namespace EcomOps.Rules.Analysis;

/// <summary>Two rules match a common input where the hit policy does not want that.</summary>
/// <param name="First">Id of the earlier rule.</param>
/// <param name="Second">Id of the later rule.</param>
/// <param name="SameOutcome">Whether their outcomes are equal.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Witness">An input that both match; null when the budget ended first.</param>
public sealed record OverlappingRules(string First, string Second, bool SameOutcome, Certainty Certainty, AnalysisWitness? Witness) : AnalysisFinding(Certainty)
{
    private protected override string Word => "overlap";

    /// <inheritdoc />
    public override IReadOnlyList<string> Rules => [First, Second];
}
