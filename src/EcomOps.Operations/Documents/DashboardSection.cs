namespace EcomOps.Operations.Documents;

/// <summary>A titled part of the dashboard.</summary>
/// <param name="Title">Heading and navigation text.</param>
/// <param name="Blocks">Content in reading order.</param>
public sealed record DashboardSection(string Title, IReadOnlyList<Block> Blocks);
