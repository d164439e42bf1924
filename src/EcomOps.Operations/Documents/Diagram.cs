namespace EcomOps.Operations.Documents;

/// <summary>A system diagram: boxes in layers, arrows between them.</summary>
/// <param name="Id">Stable name within the document, lower case with hyphens.</param>
/// <param name="Title">What the diagram shows.</param>
/// <param name="Layers">Boxes by layer, top to bottom; a box's text is its key and unique in the diagram.</param>
/// <param name="Arrows">Directed arrows between boxes.</param>
public sealed record Diagram(string Id, string Title, IReadOnlyList<DiagramLayer> Layers, IReadOnlyList<DiagramArrow> Arrows) : Block;
