namespace EcomOps.Inventory.Replenishment;

/// <summary>Class by how steady demand is.</summary>
public enum XyzClass
{
    /// <summary>Steady: coefficient of variation per period up to 0.5.</summary>
    X = 0,

    /// <summary>Varying: above 0.5, up to 1.</summary>
    Y,

    /// <summary>Erratic or rare: above 1.</summary>
    Z,
}
