namespace EcomOps.Catalog.Products;

/// <summary>Whether a product is shown to customers.</summary>
public enum ProductStatus
{
    /// <summary>Shown and exported to channels.</summary>
    Published,

    /// <summary>In preparation; exported nowhere.</summary>
    Draft,

    /// <summary>Kept for old orders; exported nowhere.</summary>
    Archived,
}
