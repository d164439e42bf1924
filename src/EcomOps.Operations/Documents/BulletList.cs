namespace EcomOps.Operations.Documents;

/// <summary>A list of points.</summary>
/// <param name="Items">Texts with the spans of <see cref="Paragraph"/>.</param>
/// <param name="Ordered">Numbered from 1 when true.</param>
public sealed record BulletList(IReadOnlyList<string> Items, bool Ordered = false) : Block;
