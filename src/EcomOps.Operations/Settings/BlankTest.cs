namespace EcomOps.Operations.Settings;

/// <summary>True when the field is missing, empty or white space.</summary>
public sealed record BlankTest : RowTest;
