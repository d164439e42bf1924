namespace EcomOps.Rules.Documents;

/// <summary>A rule that holds an outcome, with everything that it inherits from the rules around it.</summary>
/// <remarks>Equal by content. Immutable and thread-safe.</remarks>
public sealed record FlatRule
{
    /// <summary>Id, <c>outer/inner</c> for a nested rule.</summary>
    public required string Id { get; init; }

    /// <summary>Path in the document, for example <c>rules[2].rules[0]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The rule itself as written.</summary>
    public required RuleDefinition Definition { get; init; }

    /// <summary>Conditions from the outermost to the rule's own, with the path of each in the document; all must hold.</summary>
    public required ValueList<FlatCondition> Conditions { get; init; }

    /// <summary>Priority, inherited when the rule has none; default 0.</summary>
    public int Priority { get; init; }

    /// <summary>Mode; the strictest of the rule and those around it (off, then shadow, then live).</summary>
    public RuleMode Mode { get; init; }

    /// <summary>Starts of the windows that all must have passed.</summary>
    public ValueList<EffectiveDate> From { get; init; } = [];

    /// <summary>Ends of the windows, none of which may have passed.</summary>
    public ValueList<EffectiveDate> Until { get; init; } = [];

    /// <summary>Tags of the rule and of those around it.</summary>
    public ValueList<string> Tags { get; init; } = [];

    /// <summary>The conjunction as one CEL source; <c>true</c> when there is no condition.</summary>
    public string When => Conditions.Count switch
    {
        0 => "true",
        1 => Conditions[0].Source,
        _ => string.Join(" && ", Conditions.Select(c => "(" + c.Source + ")")),
    };
}
