namespace EcomOps.Inventory.Costing;

/// <summary>How the cost of units that leave is found.</summary>
public enum CostMethod
{
    /// <summary>The oldest layer leaves first.</summary>
    FirstInFirstOut,

    /// <summary>Every unit leaves at the average of what is there.</summary>
    MovingAverage,
}
