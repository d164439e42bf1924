using EcomOps.Rules.Documents;

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

/// <summary>Every input of the domain makes the rule's condition true, as a wanted catch-all does.</summary>
/// <param name="Rule">Id.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record AlwaysTrueRule(string Rule, Certainty Certainty) : AnalysisFinding(Certainty)
{
    private protected override string Word => "always-true";

    /// <inheritdoc />
    public override IReadOnlyList<string> Rules => [Rule];
}

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

/// <summary>Some input is matched by no rule, and there is no default.</summary>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Witness">Such an input; null when the budget ended first.</param>
public sealed record GapInRules(Certainty Certainty, AnalysisWitness? Witness) : AnalysisFinding(Certainty)
{
    private protected override string Word => "gap";

    /// <inheritdoc />
    public override IReadOnlyList<string> Rules => [];
}
