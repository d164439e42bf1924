namespace EcomOps.Rules.Shadow;

/// <summary>What a candidate would have changed.</summary>
/// <param name="Compared">Decisions compared.</param>
/// <param name="Differing">Decisions with another outcome, or with an outcome on one side only.</param>
/// <param name="Crashed">Decisions for which the candidate threw; they are not among <paramref name="Compared"/>.</param>
/// <param name="Differences">Pairs of outcomes, most frequent first.</param>
public sealed record ShadowReport(long Compared, long Differing, long Crashed, IReadOnlyList<ShadowDifference> Differences);
