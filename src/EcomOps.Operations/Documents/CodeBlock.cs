namespace EcomOps.Operations.Documents;

/// <summary>Literal text, such as a configuration file.</summary>
/// <param name="Language">Name for highlighting, for example <c>yaml</c>, or empty.</param>
/// <param name="Text">The text, shown as it is.</param>
public sealed record CodeBlock(string Language, string Text) : Block;
