namespace EcomOps.Inventory.Counting;

/// <summary>Why a record is counted.</summary>
public enum CountTrigger
{
    /// <summary>Its class is due.</summary>
    Cycle,

    /// <summary>The book says 0, so a count is quick and finds forgotten units.</summary>
    ZeroBalance,

    /// <summary>A picker found less than the book said.</summary>
    ShortPick,

    /// <summary>Random sample.</summary>
    Random,

    /// <summary>Sweep of a zone.</summary>
    Zone,
}
