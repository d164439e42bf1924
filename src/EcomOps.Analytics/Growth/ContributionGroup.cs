namespace EcomOps.Analytics.Growth;

/// <summary>By what a contribution report is split.</summary>
public enum ContributionGroup
{
    /// <summary>One waterfall an order; a refund counts for its order.</summary>
    Order,

    /// <summary>One waterfall a product.</summary>
    Product,

    /// <summary>One waterfall a category.</summary>
    Category,

    /// <summary>One waterfall an acquisition channel.</summary>
    Channel,

    /// <summary>One waterfall a country.</summary>
    Country,
}
