namespace EcomOps.Rules.Documents;

/// <summary>One rule of a document.</summary>
/// <remarks>Equal by content. Immutable and thread-safe. A rule holds either an outcome (<see cref="Then"/>) or nested <see cref="Rules"/>.</remarks>
public sealed record RuleDefinition
{
    /// <summary>Identifier, unique among its siblings: letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, at most 100 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Short title for people, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Longer explanation, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Who answers for the rule, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>CEL condition; null means always.</summary>
    public string? When { get; init; }

    /// <summary>Outcome: literals, and texts that begin with <c>=</c> as CEL; null only for a rule with nested rules.</summary>
    public RuleValue? Then { get; init; }

    /// <summary>Priority, larger first; null inherits from the enclosing rule, 0 at the top.</summary>
    public int? Priority { get; init; }

    /// <summary>CEL expression of the rule's score under <see cref="HitPolicyKind.Best"/>, or null for the set's.</summary>
    public string? Score { get; init; }

    /// <summary>First instant at which the rule applies, included; null means always before <see cref="Until"/>.</summary>
    public EffectiveDate? From { get; init; }

    /// <summary>First instant at which the rule no longer applies; null means for ever.</summary>
    public EffectiveDate? Until { get; init; }

    /// <summary>What the rule may do; null inherits from the enclosing rule, live at the top.</summary>
    public RuleMode? Mode { get; init; }

    /// <summary>Tags for the caller's filter.</summary>
    public ValueList<string> Tags { get; init; } = [];

    /// <summary>Nested rules, which inherit this rule's condition by conjunction, its window, tags, mode and priority.</summary>
    public ValueList<RuleDefinition> Rules { get; init; } = [];
}
