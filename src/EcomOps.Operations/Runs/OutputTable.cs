namespace EcomOps.Operations.Runs;

/// <summary>A machine-readable table beside an artefact; written as CSV.</summary>
/// <param name="Name">File name without extension, beginning with the artefact's number ("03-inventory-configuration").</param>
/// <param name="Columns">Snake-case column names, unique.</param>
/// <param name="Rows">Cells in invariant notation (dates ISO 8601, decimal point, no grouping); each row has as many cells as there are columns; an unknown value is empty.</param>
public sealed record OutputTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
