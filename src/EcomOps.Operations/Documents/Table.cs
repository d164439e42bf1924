namespace EcomOps.Operations.Documents;

/// <summary>A table whose cells are already formatted texts.</summary>
/// <param name="Caption">What the table shows, one line.</param>
/// <param name="Columns">Headings with their alignment.</param>
/// <param name="Rows">Cells; each row has as many cells as there are columns.</param>
public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;
