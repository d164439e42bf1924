namespace EcomOps.Operations.Documents;

/// <summary>One part of the shop that a reader can choose.</summary>
/// <param name="Group">Dimension ("Channel"), or empty for the whole shop.</param>
/// <param name="Name">Its value, or the name of the whole.</param>
/// <param name="Values">One list a metric with one value a period; null where it is not known.</param>
public sealed record ExplorerView(string Group, string Name, IReadOnlyList<IReadOnlyList<decimal?>> Values);
