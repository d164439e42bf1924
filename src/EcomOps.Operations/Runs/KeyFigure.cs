namespace EcomOps.Operations.Runs;

/// <summary>A headline of the run for the summary in a terminal.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The formatted value.</param>
public sealed record KeyFigure(string Name, string Value);
