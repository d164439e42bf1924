using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Shadow;

/// <summary>An input on which live set and candidate differ.</summary>
/// <param name="Facts">The facts as the host gave them.</param>
/// <param name="Live">Decision of the live set.</param>
/// <param name="Candidate">Decision of the candidate.</param>
public sealed record ShadowSample(object Facts, Decision Live, Decision Candidate);
