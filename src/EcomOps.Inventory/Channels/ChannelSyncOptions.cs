using NodaTime;

namespace EcomOps.Inventory.Channels;

/// <summary>How a <see cref="ChannelSynchroniser"/> publishes availability.</summary>
public sealed class ChannelSyncOptions
{
    /// <summary>Shortest time between two writes of one item: changes within it are coalesced to the last value; 1 second by default, 0 for none. A number that reaches 0 or leaves it never waits, nor does one that crosses <see cref="LowStock"/>.</summary>
    public Duration CoalescingWindow { get; set; } = Duration.FromSeconds(1);

    /// <summary>Number of units at or below which an item is low; crossing it either way passes at once. 0 by default: only 0 itself counts.</summary>
    public long LowStock { get; set; }
}
