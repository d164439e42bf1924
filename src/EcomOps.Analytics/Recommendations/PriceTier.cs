namespace EcomOps.Analytics.Recommendations;

/// <summary>Where an item's price lies among those of its category.</summary>
public enum PriceTier
{
    /// <summary>The lowest third.</summary>
    Value,

    /// <summary>The middle third, and categories with fewer than three different prices.</summary>
    Middle,

    /// <summary>The highest third.</summary>
    Premium,
}
