namespace EcomOps.Rules.Vocabularies;

/// <summary>One fact that conditions may read.</summary>
/// <remarks>Equal by content; immutable and thread-safe.</remarks>
public sealed record VocabularyAttribute
{
    /// <summary>Dotted path in conditions, for example <c>customer.createdAt</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Type and what is known about the values.</summary>
    public required AttributeType Type { get; init; }

    /// <summary>Words for sentences, for example <c>cards used from the address within 1 hour</c>; empty for none.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>Unit of a number, for example <c>kg</c>; empty for none.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>What the attribute means and where it comes from; empty for none.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Whether the value may be absent. A condition that reads an absent attribute does not match; only <c>has()</c> sees absence.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the host fetches the value (history, distance, an outside score): until then it is unknown, and a decision that needs it is <c>Residual</c>.</summary>
    public bool IsFetched { get; init; }

    /// <summary>Path of the member that the typed accessor reads, for example <c>Customer.CreatedAt</c>; null when it is not a plain member.</summary>
    public string? Member { get; init; }

    internal Type? ClrEnum { get; init; }
}
