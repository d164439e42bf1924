using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Explanation;

/// <summary>Why one rule applied or not.</summary>
public sealed record RuleExplanation
{
    /// <summary>Id, <c>outer/inner</c> for nested rules.</summary>
    public required string Id { get; init; }

    /// <summary>Title; empty for none.</summary>
    public required string Title { get; init; }

    /// <summary>What became of the rule.</summary>
    public required RuleStatus Status { get; init; }

    /// <summary>Whether the rule is in shadow mode.</summary>
    public required bool IsShadow { get; init; }

    /// <summary>Conditions in order; empty when the window, tags or mode already left the rule out.</summary>
    public required ValueList<ConditionExplanation> Conditions { get; init; }

    /// <summary>The error of a rule whose status is <see cref="RuleStatus.Error"/>; else null.</summary>
    public RuleError? Error { get; init; }

    /// <summary>How far the rule was from matching, when exactly one comparison with a constant failed; else null.</summary>
    public NearestMiss? Miss { get; init; }
}
