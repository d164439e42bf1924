using EcomOps.Catalog.Products;
using EcomOps.Core;

namespace EcomOps.Catalog.Documents;

/// <summary>What a product document held.</summary>
/// <param name="Products">The products that could be read, in order.</param>
/// <param name="Read">Products in the document.</param>
/// <param name="Issues">Why the others were rejected, with the place: <c>invalid_json</c>, <c>wrong_type</c>, <c>missing_member</c>, <c>unknown_member</c>, <c>invalid_value</c>.</param>
public sealed record CatalogReading(IReadOnlyList<Product> Products, int Read, IReadOnlyList<Issue> Issues)
{
    /// <summary>Products that could not be read.</summary>
    public int Rejected => Read - Products.Count;
}
