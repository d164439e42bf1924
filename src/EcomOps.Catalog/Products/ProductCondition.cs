namespace EcomOps.Catalog.Products;

/// <summary>State of the goods.</summary>
public enum ProductCondition
{
    /// <summary>Never used.</summary>
    New,

    /// <summary>Restored to working order.</summary>
    Refurbished,

    /// <summary>Used before.</summary>
    Used,
}
