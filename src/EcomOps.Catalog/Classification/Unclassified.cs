namespace EcomOps.Catalog.Classification;

/// <summary>No rule applied.</summary>
public sealed record Unclassified : Classification;
