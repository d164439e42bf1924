namespace EcomOps.Inventory.Channels;

/// <summary>How much of a pool one sales channel shows.</summary>
/// <param name="Name">Its name, for example <c>web</c>; 1 to 64 characters.</param>
/// <param name="Pool">Pool or location it sells from; everything by default.</param>
/// <remarks>
/// Shown: <c>min(cap, floor(share x base) - buffer)</c>, at least 0, with base = available less the unused hard quotas of other channels;
/// an item with a hard quota of this channel shows <c>quota - used</c> instead of the shared part.
/// Showing the same units on several channels is wanted: a claim is always checked against the pool. Immutable; equality by value.
/// </remarks>
public sealed record SalesChannel(string Name, string Pool = Locations.StockPool.Everything)
{
    /// <summary>Share of the base that is shown; above 0 and at most 1, 1 by default. Rounded down to whole units.</summary>
    public decimal Share { get; init; } = 1m;

    /// <summary>Units never shown, for every item without a buffer of its own; 0 by default. See <see cref="OversellBuffer"/>.</summary>
    public long Buffer { get; init; }

    /// <summary>Most units shown, or null for no limit.</summary>
    public long? Cap { get; init; }

    /// <summary>Whether the channel shows nothing at all; false by default.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Days that a unit must still last when it is claimed, allocated or shipped for this channel, counted from today at its location; 0 by default. The larger of this and the item's own counts.</summary>
    /// <remarks>Units that last less are neither shown here nor claimed; units without expiry always last.</remarks>
    public int MinimumRemainingDays { get; init; }

    /// <summary>Most units of one item that open claims of this channel may hold as backorders, beside the item's own limit; null for no limit of its own.</summary>
    /// <remarks>Counted are units that were not available when they were claimed, until they are shipped or released. The smaller room of item and channel counts.</remarks>
    public long? BackorderLimit { get; init; }

    /// <summary>The same before the first unit of an item was received; null for no limit of its own.</summary>
    public long? PreorderLimit { get; init; }
}
