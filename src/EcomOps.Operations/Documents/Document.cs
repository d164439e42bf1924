namespace EcomOps.Operations.Documents;

/// <summary>One artefact for people, free of any drawing: a title and blocks in reading order. Reporting turns it into Markdown or HTML.</summary>
/// <param name="Name">File name without extension, lower case with hyphens, for example <c>09-operations-report</c>.</param>
/// <param name="Title">Heading of the whole document.</param>
/// <param name="Summary">One or two sentences that say what the reader gets.</param>
/// <param name="Blocks">Content in reading order.</param>
/// <remarks>Immutable; equality is by reference of the block list. Thread-safe.</remarks>
public sealed record Document(string Name, string Title, string Summary, IReadOnlyList<Block> Blocks);
