namespace EcomOps.Operations.Settings;

/// <summary>True when the text begins with one of some prefixes.</summary>
/// <param name="Prefixes">Prefixes, compared ordinally; at least one.</param>
public sealed record StartsWithTest(IReadOnlyList<string> Prefixes) : RowTest;
