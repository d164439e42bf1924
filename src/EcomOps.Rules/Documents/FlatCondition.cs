namespace EcomOps.Rules.Documents;

/// <summary>A condition with its place in the document.</summary>
/// <param name="Source">CEL source.</param>
/// <param name="Path">Path, for example <c>rules[2].when</c>.</param>
public sealed record FlatCondition(string Source, string Path);
