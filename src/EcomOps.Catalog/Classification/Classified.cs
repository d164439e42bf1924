namespace EcomOps.Catalog.Classification;

/// <summary>A rule, or the product's own place, gave a category.</summary>
/// <param name="CategoryId">Id in the taxonomy.</param>
/// <param name="Rule">Id of the rule; null when the product had the place before, or the set's default gave it.</param>
public sealed record Classified(string CategoryId, string? Rule) : Classification;
