namespace EcomOps.Rules.DecisionSets;

/// <summary>Name and version of a list that took part in a decision.</summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Version the host gave, or the first 12 digits of the SHA-256 of the entries.</param>
public sealed record ListVersion(string Name, string Version);
