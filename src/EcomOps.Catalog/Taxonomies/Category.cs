namespace EcomOps.Catalog.Taxonomies;

/// <summary>A node of a taxonomy.</summary>
/// <param name="Id">Stable id, kept when the name changes.</param>
/// <param name="Name">Name; may hold <c>&amp;</c>, commas and slashes, but not the separator <c> &gt; </c>.</param>
/// <param name="ParentId">Id of the node above; null for a root.</param>
public sealed record Category(string Id, string Name, string? ParentId = null)
{
    /// <summary>Google product category, as a path (<c>Home &amp; Garden &gt; Decor</c>) or a number; null to take the parent's.</summary>
    public string? GoogleCategory { get; init; }
}
