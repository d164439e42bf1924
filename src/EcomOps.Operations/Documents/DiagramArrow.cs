namespace EcomOps.Operations.Documents;

/// <summary>An arrow between two boxes of a <see cref="Diagram"/>.</summary>
/// <param name="From">Text of the box it leaves.</param>
/// <param name="To">Text of the box it points at.</param>
/// <param name="Label">What flows, or empty.</param>
public sealed record DiagramArrow(string From, string To, string Label = "");
