namespace EcomOps.Operations.Documents;

/// <summary>A table column.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Numeric">Right-aligned with figures of one width when true.</param>
public sealed record Column(string Title, bool Numeric = false);
