using EcomOps.Core;

namespace EcomOps.Inventory.Channels;

/// <summary>What one channel keeps for itself of one item.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Sku">The item.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ChannelItem(string Channel, Sku Sku)
{
    /// <summary>Hard quota in units: only this channel may claim them, until they are used; null for none.</summary>
    public long? Quota { get; init; }

    /// <summary>Buffer of this item on this channel; null for the channel's own.</summary>
    public long? Buffer { get; init; }

    /// <summary>When stock shrinks below the unused quotas, those of smaller priority numbers are kept longest; 0 by default.</summary>
    public int Priority { get; init; }

    /// <summary>Most units of the item that open claims of the channel may hold as backorders; null for the channel's own limit.</summary>
    public long? BackorderLimit { get; init; }

    /// <summary>The same before the first unit of the item was received; null for the channel's own limit.</summary>
    public long? PreorderLimit { get; init; }
}
