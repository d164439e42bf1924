namespace EcomOps.Rules.Documents;

/// <summary>A named expression of a set, evaluated lazily and at most once per decision.</summary>
/// <param name="Name">CEL identifier; hides an attribute of the same name.</param>
/// <param name="Expression">CEL source.</param>
public sealed record RuleVariable(string Name, string Expression);
