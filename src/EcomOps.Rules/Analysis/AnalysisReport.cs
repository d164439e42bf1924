namespace EcomOps.Rules.Analysis;

/// <summary>What the analysis across rules found.</summary>
/// <param name="Findings">Findings in the order unsatisfiable, always true, duplicate, overlap, shadowed, gap; within a kind in document order. Empty when there is nothing to report.</param>
/// <param name="Notices">Hints that change no decision: conjuncts and attributes without effect.</param>
/// <remarks>Immutable.</remarks>
public sealed record AnalysisReport(IReadOnlyList<AnalysisFinding> Findings, IReadOnlyList<AnalysisNotice> Notices);
