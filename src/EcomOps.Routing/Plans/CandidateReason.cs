namespace EcomOps.Routing.Plans;

/// <summary>Why a location does not send.</summary>
/// <param name="Code">
/// <c>excluded_by_rule</c>, <c>rule_failed</c>, <c>no_rate</c>, <c>no_stock</c>, <c>no_capacity</c>, <c>late</c>, <c>dearer</c>, <c>equal_cost</c> or <c>not_possible_together</c>.
/// </param>
/// <param name="Message">The same for people.</param>
/// <param name="Rule">Id of the rule that excluded it; null for other reasons.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CandidateReason(string Code, string Message, string? Rule = null);
