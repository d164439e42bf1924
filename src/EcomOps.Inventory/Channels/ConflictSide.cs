namespace EcomOps.Inventory.Channels;

/// <summary>Which side of a disagreement is right.</summary>
public enum ConflictSide
{
    /// <summary>The ledger: it is the one record of stock, and the channel's number was stale or changed from outside.</summary>
    Ledger,

    /// <summary>The channel: the sale has happened, so the ledger must find the units or the order must be resolved.</summary>
    Channel,
}
