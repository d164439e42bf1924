namespace EcomOps.Operations.Documents;

/// <summary>A section heading.</summary>
/// <param name="Level">Depth, 2 to 4 inclusive; 1 is the document's title.</param>
/// <param name="Text">Plain text.</param>
public sealed record Heading(int Level, string Text) : Block;
