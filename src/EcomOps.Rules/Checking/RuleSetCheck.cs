using EcomOps.Core;
using EcomOps.Rules.Analysis;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Checking;

/// <summary>Everything that a check found.</summary>
/// <param name="Result">The set, or why there is none.</param>
/// <param name="Diagnostics">Diagnostics of the document, then those of the analysis, each in order of place.</param>
/// <param name="Report">The findings behind the diagnostics of the analysis; null when there was no analysis because of errors or options.</param>
public sealed record RuleSetCheck(RuleSetResult Result, IReadOnlyList<Diagnostic> Diagnostics, AnalysisReport? Report)
{
    /// <summary>Whether something needs attention: an error or a warning.</summary>
    public bool HasFindings => Diagnostics.Any(d => d.Severity != Severity.Info);
}
