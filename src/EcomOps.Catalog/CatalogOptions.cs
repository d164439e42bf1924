namespace EcomOps.Catalog;

/// <summary>Files that a host gives instead of what ships with the package.</summary>
public sealed class CatalogOptions
{
    /// <summary>The shop's taxonomy in the published line form; null (default) for the general one that ships.</summary>
    public string? TaxonomyPath { get; set; }

    /// <summary>Classification rules, YAML or JSON; null (default) for those that ship.</summary>
    public string? ClassificationRulesPath { get; set; }

    /// <summary>Rules for required values, YAML or JSON; null (default) for those that ship.</summary>
    public string? EnrichmentRulesPath { get; set; }
}
