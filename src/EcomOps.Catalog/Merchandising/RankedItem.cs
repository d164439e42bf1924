namespace EcomOps.Catalog.Merchandising;

/// <summary>A product as a list or search found it.</summary>
/// <param name="Id">Product; decides ties, ordinally.</param>
/// <param name="Relevance">How well it fits, 0 or more; the larger the better.</param>
/// <param name="IsInStock">Whether it can be bought now.</param>
public sealed record RankedItem(string Id, decimal Relevance, bool IsInStock = true)
{
    /// <summary>Factor on the relevance, above 0 promotes when above 1 and demotes when below; default 1.</summary>
    public decimal Boost { get; init; } = 1;
}
