namespace EcomOps.Catalog.Products;

/// <summary>What an image is for.</summary>
public enum ImageRole
{
    /// <summary>The first image everywhere; one per product or variant.</summary>
    Main,

    /// <summary>Another view of the goods.</summary>
    Gallery,

    /// <summary>The goods in use.</summary>
    Lifestyle,

    /// <summary>A sample of colour or pattern; not exported to feeds.</summary>
    Swatch,
}
