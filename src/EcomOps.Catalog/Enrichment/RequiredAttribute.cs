namespace EcomOps.Catalog.Enrichment;

/// <summary>A value that a product must have, and the rule that says so.</summary>
/// <param name="Code">Attribute code or option axis; or <c>title</c>, <c>description</c>, <c>brand</c>, <c>link</c>, <c>category</c>, <c>image</c>, <c>price</c>, <c>gtin</c>, <c>weight</c>, <c>dimensions</c>.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="IsPresent">Whether the product has it, in every variant where it belongs to the variants.</param>
public sealed record RequiredAttribute(string Code, string Rule, bool IsPresent);
