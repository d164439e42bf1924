namespace EcomOps.Inventory.Ledger;

/// <summary>Condition of on-hand units; every unit at a location has exactly one.</summary>
public enum StockCondition
{
    /// <summary>May be sold. Only these units raise availability.</summary>
    Sellable,

    /// <summary>Waits for inspection, for example a return.</summary>
    Quarantine,

    /// <summary>Damaged.</summary>
    Damaged,

    /// <summary>Past its date.</summary>
    Expired,

    /// <summary>Held back by quality control.</summary>
    OnHold,
}
