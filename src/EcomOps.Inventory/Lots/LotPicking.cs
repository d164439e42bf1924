namespace EcomOps.Inventory.Lots;

/// <summary>Which lot is taken first. Ties are broken by lot number, ordinal, so that picks are repeatable; units without a lot come last.</summary>
public enum LotPicking
{
    /// <summary>FEFO: the lot that expires first; lots without expiry after those with one, by age.</summary>
    FirstExpired,

    /// <summary>FIFO: the lot received first.</summary>
    FirstReceived,

    /// <summary>LIFO: the lot received last.</summary>
    LastReceived,

    /// <summary>The location earliest in pick order, lots within it by expiry.</summary>
    Nearest,

    /// <summary>The fewest packages: full packages of the largest size first.</summary>
    FewestPackages,
}
