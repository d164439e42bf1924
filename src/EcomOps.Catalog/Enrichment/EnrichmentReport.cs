namespace EcomOps.Catalog.Enrichment;

/// <summary>The content of a whole catalogue.</summary>
/// <param name="Audits">One per product, in the catalogue's order.</param>
public sealed record EnrichmentReport(IReadOnlyList<EnrichmentAudit> Audits)
{
    /// <summary>Mean completeness, 0 to 1; 1 for an empty catalogue.</summary>
    public decimal Completeness => Audits.Count == 0 ? 1 : Audits.Average(a => a.Completeness);

    /// <summary>Mean score, 0 to 1; 1 for an empty catalogue.</summary>
    public decimal Score => Audits.Count == 0 ? 1 : Audits.Average(a => a.Score);

    /// <summary>Products that lack nothing.</summary>
    public int Complete => Audits.Count(a => a.Missing.Count == 0);

    /// <summary>How many products lack each value, most first, then by code.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> MissingByAttribute =>
        [.. Audits.SelectMany(a => a.Missing).CountBy(c => c, StringComparer.Ordinal).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal)];
}
