using EcomOps.Core;

namespace EcomOps.Operations.Documents;

/// <summary>A boxed remark: what is missing from the data, or what a reader must act on.</summary>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Text">Text with the spans of <see cref="Paragraph"/>.</param>
public sealed record Callout(Severity Severity, string Text) : Block;
