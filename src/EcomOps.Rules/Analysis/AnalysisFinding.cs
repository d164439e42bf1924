namespace EcomOps.Rules.Analysis;

/// <summary>A finding of the analysis across rules.</summary>
/// <param name="Certainty">How sure it is.</param>
/// <remarks>
/// Closed: <see cref="UnsatisfiableRule"/>, <see cref="AlwaysTrueRule"/>, <see cref="DuplicateRules"/>, <see cref="OverlappingRules"/>,
/// <see cref="ShadowedRule"/>, <see cref="GapInRules"/>. The kinds are independent: none is left out because another implies it.
/// Equal by content; immutable.
/// </remarks>
public abstract record AnalysisFinding(Certainty Certainty)
{
    private protected abstract string Word { get; }

    /// <summary>Name of the kind in reports and JSON: <c>unsatisfiable</c>, <c>always-true</c>, <c>duplicate</c>, <c>overlap</c>, <c>shadowed</c> or <c>gap</c>.</summary>
    public string Kind => Word;

    /// <summary>Ids of the rules that the finding is about, in document order; empty for a gap.</summary>
    public abstract IReadOnlyList<string> Rules { get; }
}
