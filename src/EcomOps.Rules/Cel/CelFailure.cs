using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Cel;

/// <summary>An expression has no value.</summary>
/// <param name="Error">Why: an error of the expression, a variable without value, or the budget.</param>
public sealed record CelFailure(RuleError Error) : CelResult;
