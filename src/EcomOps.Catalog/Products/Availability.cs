namespace EcomOps.Catalog.Products;

/// <summary>Whether and how a variant can be bought; each channel has its own spelling.</summary>
public enum Availability
{
    /// <summary>In stock.</summary>
    InStock,

    /// <summary>Few left, still sold.</summary>
    Limited,

    /// <summary>Sold out; will come back.</summary>
    OutOfStock,

    /// <summary>Sold out for good.</summary>
    Discontinued,

    /// <summary>Can be ordered before its release.</summary>
    PreOrder,

    /// <summary>Can be ordered; delivered later.</summary>
    BackOrder,

    /// <summary>Sold in shops only.</summary>
    InStoreOnly,
}
