namespace EcomOps.Inventory.Locations;

/// <summary>A real place that holds stock.</summary>
/// <param name="Code">Its code, for example <c>AMS-1</c>; 1 to 64 characters, not starting with <c>@</c>, ordinal and case-sensitive.</param>
/// <param name="Zone">IANA time zone that decides when a day of expiry ends; UTC by default.</param>
/// <remarks>Immutable; equality by value. Every location is also a pool of its own name.</remarks>
public sealed record StockLocation(string Code, string Zone = "UTC")
{
    /// <summary>Whether its sellable units count for the pool of everything; true by default..</summary>
    public bool SellsOnline { get; init; } = true;

    /// <summary>Order in which shipments without a named location take from locations: smaller first, ties by code.</summary>
    public int PickOrder { get; init; }
}
