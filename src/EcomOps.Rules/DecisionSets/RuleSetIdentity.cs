namespace EcomOps.Rules.DecisionSets;

/// <summary>What decided: enough to find the same rules again.</summary>
/// <param name="Id">Id of the set.</param>
/// <param name="Version">Version of the set.</param>
/// <param name="ContentHash">SHA-256 of the set's canonical JSON with imports resolved; 64 hexadecimal digits.</param>
/// <param name="Lists">Versions of the lists that the set names, in order of name.</param>
public sealed record RuleSetIdentity(string Id, int Version, string ContentHash, Documents.ValueList<ListVersion> Lists)
{
    /// <inheritdoc />
    public override string ToString() => $"{Id} v{Version} ({ContentHash[..Math.Min(12, ContentHash.Length)]})";
}
