using EcomOps.Core;
using EcomOps.Rules.Analysis;
using EcomOps.Rules.Checking.Internal;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Checking;

/// <summary>Checks a document: its own diagnostics and the analysis across its rules.</summary>
/// <remarks>
/// Codes of the analysis: <c>RUL3001</c> unsatisfiable, <c>RUL3002</c> always true, <c>RUL3003</c> duplicate, <c>RUL3004</c> overlap,
/// <c>RUL3005</c> shadowed, <c>RUL3006</c> gap, <c>RUL3007</c> conjunct without effect, <c>RUL3008</c> attribute without effect, <c>RUL3009</c> window
/// passed. Rules in shadow mode and switched off take no part. Pure and thread-safe.
/// </remarks>
public static class RuleSetChecker
{
    /// <summary>Checks what was read.</summary>
    /// <param name="result">Outcome of reading the document.</param>
    /// <param name="vocabulary">Vocabulary of the facts.</param>
    /// <param name="options">What to look for; null for the defaults.</param>
    /// <returns>All diagnostics. There is no analysis while the document has errors.</returns>
    public static RuleSetCheck Check(RuleSetResult result, Vocabulary vocabulary, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(vocabulary);
        options ??= new CheckOptions();
        List<Diagnostic> diagnostics = [.. result.Diagnostics];
        AnalysisReport? report = null;
        if (result.Document is { } document && !diagnostics.Exists(d => d.Severity == Severity.Error))
        {
            DocumentRules rules = DocumentRules.Of(document);
            FindingText texts = new(result, rules);
            List<Diagnostic> found = [];
            if (options.Analysis)
            {
                report = RuleAnalyzer.Analyze(rules.Input(vocabulary), options.Limits);
                found.AddRange(report.Findings.Select(texts.Describe));
                found.AddRange(report.Notices.Select(texts.Describe));
            }

            if (options.AsOf is { } asOf)
            {
                found.AddRange(rules.Rules.Where(r => r.Analysis.Until <= asOf).Select(texts.Passed));
            }

            diagnostics.AddRange(found.OrderBy(d => d.Span.Offset).ThenBy(d => d.Code, StringComparer.Ordinal));
        }

        return new RuleSetCheck(result, diagnostics, report);
    }

    /// <summary>The input of the analysis for a document without errors.</summary>
    /// <param name="document">Document.</param>
    /// <param name="vocabulary">Vocabulary of the facts.</param>
    /// <returns>Live rules with conditions, windows, outcomes and priorities.</returns>
    /// <exception cref="ArgumentException">An expression of the document does not parse.</exception>
    public static AnalysisInput ToAnalysis(RuleSetDocument document, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return DocumentRules.Of(document).Input(vocabulary);
    }
}
