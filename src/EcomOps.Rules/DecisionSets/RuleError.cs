namespace EcomOps.Rules.DecisionSets;

/// <summary>Why a rule could not be evaluated.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Message">Sentence for people; without values of facts.</param>
/// <param name="Attribute">Path of the fact that is missing or could not be read, or null.</param>
public sealed record RuleError(RuleErrorKind Kind, string Message, string? Attribute = null);
