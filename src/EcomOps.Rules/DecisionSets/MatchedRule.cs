namespace EcomOps.Rules.DecisionSets;

/// <summary>A rule that matched, with its own outcome.</summary>
/// <param name="Id">Id, <c>outer/inner</c> for nested rules.</param>
/// <param name="Outcome">The rule's outcome, also the members that the hit policy does not fold.</param>
/// <param name="Score">Score under <c>best</c>: <see cref="long"/>, <see cref="decimal"/>, <see cref="double"/> or <see cref="EcomOps.Core.Money"/>; else null.</param>
public sealed record MatchedRule(string Id, Outcome Outcome, object? Score = null);
