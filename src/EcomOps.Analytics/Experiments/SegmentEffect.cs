namespace EcomOps.Analytics.Experiments;

/// <summary>The effect in one segment of visitors.</summary>
/// <param name="Segment">Segment.</param>
/// <param name="Comparison">Difference, treatment less control.</param>
/// <param name="AdjustedPValue">p-value over all segments together (Holm); 1 with an error.</param>
public sealed record SegmentEffect(string Segment, TwoSampleResult Comparison, double AdjustedPValue);
