namespace EcomOps.Catalog.Products;

/// <summary>The customers' opinion.</summary>
/// <param name="Average">Mean rating, from <see cref="Worst"/> to <see cref="Best"/>.</param>
/// <param name="Count">Number of ratings; 1 or more, since a product without ratings has no rating.</param>
/// <param name="ReviewCount">Number of ratings with a text; null when not counted.</param>
public sealed record ProductRating(decimal Average, long Count, long? ReviewCount = null)
{
    /// <summary>Best possible rating; default 5.</summary>
    public decimal Best { get; init; } = 5;

    /// <summary>Worst possible rating; default 1.</summary>
    public decimal Worst { get; init; } = 1;
}
