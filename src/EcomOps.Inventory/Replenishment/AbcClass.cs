namespace EcomOps.Inventory.Replenishment;

/// <summary>Class by value of demand.</summary>
public enum AbcClass
{
    /// <summary>The few items with most of the value.</summary>
    A = 0,

    /// <summary>The middle.</summary>
    B,

    /// <summary>The many items with little value.</summary>
    C,
}
