namespace EcomOps.Catalog.Products;

/// <summary>An image of a product or variant.</summary>
/// <param name="Link">Absolute http or https address.</param>
/// <param name="Role">What it is for; default <see cref="ImageRole.Main"/>.</param>
public sealed record ProductImage(string Link, ImageRole Role = ImageRole.Main)
{
    /// <summary>Text for those who cannot see it; null when there is none.</summary>
    public Scoped<string>? AlternativeText { get; init; }

    /// <summary>Facts about the file; null when it was not inspected.</summary>
    public ImageFile? File { get; init; }
}
