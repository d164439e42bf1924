namespace EcomOps.Operations.Documents;

/// <summary>A row of boxes in a <see cref="Diagram"/>.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Boxes">Texts of the boxes, left to right.</param>
public sealed record DiagramLayer(string Name, IReadOnlyList<string> Boxes);
