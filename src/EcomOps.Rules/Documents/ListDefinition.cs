namespace EcomOps.Rules.Documents;

/// <summary>A named list that a set uses, with its entries inside the document or supplied by the host.</summary>
public sealed record ListDefinition
{
    /// <summary>Name in <c>list("name")</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Entries written in the document; null when the host supplies the list at load.</summary>
    public ValueList<string>? Entries { get; init; }
}
