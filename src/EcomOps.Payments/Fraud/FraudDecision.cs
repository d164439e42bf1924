using EcomOps.Rules.DecisionSets;

namespace EcomOps.Payments.Fraud;

/// <summary>What screening found.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Score">0 (nothing odd) to 100.</param>
/// <param name="Reasons">Matching rules, the most points first; ties in the order of the rules.</param>
/// <param name="Rules">Identity of the rule set.</param>
/// <param name="Error">Why the rules could not decide; null when they could. The action is then a review.</param>
/// <remarks>Immutable.</remarks>
public sealed record FraudDecision(FraudAction Action, int Score, IReadOnlyList<FraudReason> Reasons, RuleSetIdentity Rules, string? Error = null);
