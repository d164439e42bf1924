namespace EcomOps.Rules.Shadow;

/// <summary>One kind of difference.</summary>
/// <param name="Live">Outcome of the live set as JSON, or <c>(no match)</c>, <c>(conflict)</c>, <c>(residual)</c>, <c>(failed)</c>.</param>
/// <param name="Candidate">Outcome of the candidate, likewise.</param>
/// <param name="Count">How often.</param>
/// <param name="Samples">First inputs that show it.</param>
public sealed record ShadowDifference(string Live, string Candidate, long Count, IReadOnlyList<ShadowSample> Samples);
