using EcomOps.Catalog.Taxonomies.Internal;

namespace EcomOps.Catalog.Taxonomies;

/// <summary>Reads taxonomies in the published line form, for example Google's product taxonomy.</summary>
/// <remarks>
/// One category a line, <c>123 - A &gt; B &gt; C</c> or <c>A &gt; B &gt; C</c>; lines that begin with <c>#</c> and blank lines are skipped.
/// A category without a number gets its path as id, and so do ancestors that no line names.
/// </remarks>
public static class TaxonomyFile
{
    /// <summary>Reads a file's text.</summary>
    /// <param name="reader">Text; read to its end, not closed.</param>
    /// <returns>The taxonomy, each category its own Google product category, and issues with the line: <c>category_duplicate_path</c>, <c>category_duplicate_id</c>, <c>category_blank</c>.</returns>
    public static TaxonomyResult Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return TaxonomyLines.Read(reader);
    }
}
