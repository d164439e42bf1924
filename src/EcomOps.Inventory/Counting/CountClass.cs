namespace EcomOps.Inventory.Counting;

/// <summary>Class of an item by its share of annual usage value.</summary>
public enum CountClass
{
    /// <summary>The items that make up the first 80 % of value.</summary>
    A,

    /// <summary>Those up to 95 %.</summary>
    B,

    /// <summary>The rest.</summary>
    C,
}
