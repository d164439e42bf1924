namespace EcomOps.Routing.Locations;

/// <summary>What kind of place ships.</summary>
public enum LocationKind
{
    /// <summary>Own warehouse.</summary>
    Warehouse,

    /// <summary>Shop that also ships.</summary>
    Store,

    /// <summary>Warehouse of a logistics partner (3PL).</summary>
    ThirdParty,

    /// <summary>Supplier that ships to the customer (drop ship).</summary>
    Supplier,

    /// <summary>No place of its own, for example stock in transit.</summary>
    Virtual,
}
