namespace EcomOps.Inventory.Replenishment;

/// <summary>What a lead time is counted in.</summary>
public enum LeadTimeUnit
{
    /// <summary>Calendar days.</summary>
    Days = 0,

    /// <summary>Periods of the demand series.</summary>
    Periods,
}
