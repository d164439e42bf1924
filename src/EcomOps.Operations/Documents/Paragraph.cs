namespace EcomOps.Operations.Documents;

/// <summary>Running text.</summary>
/// <param name="Text">Plain text with <c>**strong**</c>, <c>*emphasis*</c> and <c>`code`</c> spans; anything else is literal.</param>
public sealed record Paragraph(string Text) : Block;
