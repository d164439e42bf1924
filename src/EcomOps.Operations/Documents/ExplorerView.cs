namespace EcomOps.Operations.Documents;

/// <summary>One part of the shop that a reader can choose.</summary>
/// <param name="Group">Dimension ("Channel"), or empty for the whole shop.</param>
/// <param name="Name">Its value, or the name of the whole.</param>
public sealed record ExplorerView(string Group, string Name);
