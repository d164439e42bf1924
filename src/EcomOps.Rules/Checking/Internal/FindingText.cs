using EcomOps.Core;
using EcomOps.Rules.Analysis;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Checking.Internal;

// Findings as diagnostics with places in the document.
internal sealed class FindingText(RuleSetResult result, DocumentRules rules)
{
    private readonly Dictionary<string, DocumentRule> _byId = rules.Rules.ToDictionary(r => r.Flat.Id, StringComparer.Ordinal);

    public Diagnostic Describe(AnalysisFinding finding) => finding switch
    {
        UnsatisfiableRule f => Unsatisfiable(f),
        AlwaysTrueRule f => At("RUL3002", Place(f.Rule), $"Rule '{f.Rule}' matches every input.", Severity.Info),
        DuplicateRules f => Pair(At("RUL3003", Place(f.Second), $"Rules '{f.First}' and '{f.Second}' match the same inputs and have the same outcome.{Doubt(f)}", Graded(f, Severity.Warning)), f.First),
        OverlappingRules f => Pair(
            At("RUL3004", Place(f.Second), $"Rules '{f.First}' and '{f.Second}' both match {Shown(f.Witness)}{(f.SameOutcome ? " with the same outcome" : " with different outcomes")}; under {rules.Document.HitPolicy} that is a conflict.{Doubt(f)}", Graded(f, Severity.Warning)),
            f.First),
        ShadowedRule f => Shadowed(f),
        GapInRules f => At("RUL3006", result.Places.Find("rules"), $"No rule matches {Shown(f.Witness)}, and there is no default.{Doubt(f)}", Graded(f, Severity.Warning)) with
        {
            Fix = new DiagnosticFix("Add a default or a rule for these inputs"),
        },
        _ => throw new InvalidOperationException(finding.GetType().Name),
    };

    public Diagnostic Describe(AnalysisNotice notice)
    {
        switch (notice)
        {
            case RedundantConjunct redundant:
                DocumentRule rule = _byId[redundant.Rule];
                return At("RUL3007", Conjunct(rule, redundant.Conjunct), $"'{rule.Text(redundant.Conjunct)}' has no effect: the other conditions of rule '{redundant.Rule}' imply it.", Severity.Info) with
                {
                    Fix = new DiagnosticFix("Remove the condition"),
                };
            default:
                string attribute = ((IdleAttribute)notice).Attribute;
                return At("RUL3008", result.Places.Find("rules"), $"'{attribute}' is read by conditions, but no rule's result depends on it.", Severity.Info);
        }
    }

    public Diagnostic Passed(DocumentRule rule) => At(
        "RUL3009",
        result.Places.Find(rule.Flat.Path + (rule.Flat.Definition.Until is null ? string.Empty : ".until")),
        $"The window of rule '{rule.Flat.Id}' has passed: it ended at {rule.Analysis.Until}.",
        Severity.Warning);

    private static string Doubt(AnalysisFinding finding) => finding.Certainty == Certainty.Proven
        ? string.Empty
        : " This is undecided: it depends on what is not known here, or the analysis reached its limit.";

    private static Severity Graded(AnalysisFinding finding, Severity severity) => finding.Certainty == Certainty.Proven ? severity : Severity.Info;

    private static string Shown(AnalysisWitness? witness) => witness is null ? "some inputs" : "for example " + witness;

    private Diagnostic Unsatisfiable(UnsatisfiableRule finding)
    {
        DocumentRule rule = _byId[finding.Rule];
        int[] known = [.. finding.Conjuncts.Where(c => c < rule.Conjuncts.Count)];
        string why = known.Length switch
        {
            0 => "its conditions and its window contradict the facts' limits",
            1 => $"'{rule.Text(known[0])}' holds for no input of the vocabulary",
            _ => string.Join(" and ", known.Select(c => $"'{rule.Text(c)}'")) + " contradict each other",
        };
        string message = finding.Certainty == Certainty.Proven ? $"Rule '{finding.Rule}' never matches: {why}." : $"Whether rule '{finding.Rule}' can match is undecided: the analysis reached its limit.";
        SourceSpan span = known.Length == 0 ? Place(finding.Rule) : Conjunct(rule, known[^1]);
        return At("RUL3001", span, message, Graded(finding, Severity.Warning)) with
        {
            Related = [.. known.SkipLast(1).Select(c => new RelatedSpan(Conjunct(rule, c), "contradicts this"))],
        };
    }

    private Diagnostic Shadowed(ShadowedRule finding)
    {
        string by = string.Join(", ", finding.By.Select(b => $"'{b}'"));
        string message = finding.Certainty == Certainty.Proven
            ? $"Rule '{finding.Rule}' never wins: {by} {(finding.By.Count == 1 ? "takes" : "take")} every input that it matches."
            : $"Whether rule '{finding.Rule}' ever wins is undecided.";
        return At("RUL3005", Place(finding.Rule), message, Graded(finding, Severity.Warning)) with
        {
            Related = [.. finding.By.Select(b => new RelatedSpan(Place(b), "takes its inputs"))],
            Fix = new DiagnosticFix("Move the narrower rule up, or remove it"),
        };
    }

    private Diagnostic Pair(Diagnostic diagnostic, string other) => diagnostic with { Related = [new RelatedSpan(Place(other), "the other rule")] };

    private SourceSpan Place(string rule)
    {
        FlatRule flat = _byId[rule].Flat;
        return result.Places.Find(flat.Conditions.Count == 0 ? flat.Path : flat.Conditions[^1].Path);
    }

    private SourceSpan Conjunct(DocumentRule rule, int conjunct)
    {
        if (conjunct >= rule.Conjuncts.Count)
        {
            return Place(rule.Flat.Id);
        }

        (FlatCondition condition, Cel.CelNode node) = rule.Conjuncts[conjunct];
        return result.Places.Find(condition.Path, node.Span.Offset, node.Span.Length);
    }

    private Diagnostic At(string code, SourceSpan span, string message, Severity severity) => new(code, message, span, severity, result.Name);
}
