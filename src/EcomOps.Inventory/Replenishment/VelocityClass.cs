namespace EcomOps.Inventory.Replenishment;

/// <summary>Class by how often an item sells.</summary>
public enum VelocityClass
{
    /// <summary>Sells in at least three periods of four.</summary>
    Fast = 0,

    /// <summary>Sells in at least one period of four.</summary>
    Medium,

    /// <summary>Sells less often.</summary>
    Slow,

    /// <summary>Did not sell in the whole history.</summary>
    Dead,
}
