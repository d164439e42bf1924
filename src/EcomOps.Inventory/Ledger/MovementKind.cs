namespace EcomOps.Inventory.Ledger;

/// <summary>Why units moved from one account to another.</summary>
public enum MovementKind
{
    /// <summary>From the supplier into a location.</summary>
    Receive,

    /// <summary>From a location to the customer.</summary>
    Ship,

    /// <summary>From the customer into a location.</summary>
    Return,

    /// <summary>From a location into transit.</summary>
    TransferOut,

    /// <summary>From transit into a location.</summary>
    TransferIn,

    /// <summary>Between a location and the adjustment account.</summary>
    Adjust,

    /// <summary>From a location to scrap.</summary>
    Scrap,

    /// <summary>From one condition to another at one location.</summary>
    ConditionChange,

    /// <summary>Assembly or taking apart of kits, against the production account.</summary>
    Assemble,

    /// <summary>Opening balance.</summary>
    Open,

    /// <summary>The exact reverse of an earlier movement.</summary>
    Reverse,
}
