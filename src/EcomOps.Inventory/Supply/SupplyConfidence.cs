namespace EcomOps.Inventory.Supply;

/// <summary>How sure an expected supply is. A promise by date counts those at or above the confidence that its caller asks for.</summary>
public enum SupplyConfidence
{
    /// <summary>Confirmed by the sender.</summary>
    Confirmed,

    /// <summary>Ordered, not yet confirmed.</summary>
    Expected,

    /// <summary>Only planned.</summary>
    Planned,
}
