using EcomOps.Analytics.Experiments;

namespace EcomOps.Formats.Analytics;

/// <summary>What one visitor of an experiment did.</summary>
/// <param name="Variant">Variant that the visitor saw.</param>
/// <param name="VisitorId">Visitor; null when the file does not say.</param>
/// <param name="Outcome">Orders and revenue.</param>
/// <param name="Segment">Segment known before exposure; null when the file does not say.</param>
public sealed record VisitorRow(string Variant, string? VisitorId, VisitorOutcome Outcome, string? Segment);
