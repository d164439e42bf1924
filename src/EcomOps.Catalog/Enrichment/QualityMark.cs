namespace EcomOps.Catalog.Enrichment;

/// <summary>One part of a product's score.</summary>
/// <param name="Name">Name of the part, a key of <see cref="EnrichmentStandard.Weights"/>.</param>
/// <param name="Mark">0 to 1.</param>
/// <param name="Weight">Weight in the score, above 0.</param>
/// <param name="Reason">Why it is what it is.</param>
public sealed record QualityMark(string Name, decimal Mark, decimal Weight, string Reason);
