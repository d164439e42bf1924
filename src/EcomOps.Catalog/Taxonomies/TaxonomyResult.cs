using EcomOps.Core;

namespace EcomOps.Catalog.Taxonomies;

/// <summary>A taxonomy and what was wrong with its source.</summary>
/// <param name="Taxonomy">The usable nodes.</param>
/// <param name="Issues">All problems, in the order of the source.</param>
public sealed record TaxonomyResult(Taxonomy Taxonomy, IReadOnlyList<Issue> Issues);
