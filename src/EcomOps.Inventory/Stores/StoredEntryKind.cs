namespace EcomOps.Inventory.Stores;

/// <summary>Kind of an entry in the log. The numbers are stored and never change their meaning.</summary>
public enum StoredEntryKind
{
    /// <summary>A definition: location, pool, item, channel, quota, expected supply.</summary>
    Definition = 1,

    /// <summary>A movement.</summary>
    Movement = 2,

    /// <summary>A claim that was placed.</summary>
    Reservation = 3,

    /// <summary>A change of a claim that moved no units.</summary>
    ClaimChange = 4,

    /// <summary>Holds whose time ran out.</summary>
    Expiry = 5,

    /// <summary>A refused command, kept so that its key gives the same answer again.</summary>
    Refusal = 6,
}
