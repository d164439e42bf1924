namespace EcomOps.Inventory.Counting;

/// <summary>Why a record is counted again.</summary>
public enum RecountReason
{
    /// <summary>The difference is larger than the tolerance of its class.</summary>
    OutsideTolerance,

    /// <summary>The difference is worth more than <see cref="CountOptions.RecountOver"/>, or its worth is unknown.</summary>
    OverValueLimit,

    /// <summary>The counts so far differ from each other.</summary>
    CountsDiffer,
}
