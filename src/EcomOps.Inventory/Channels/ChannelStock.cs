namespace EcomOps.Inventory.Channels;

/// <summary>What a channel shows of one item.</summary>
/// <param name="Units">Units shown now.</param>
/// <param name="Version">Version of the last write that took effect; 0 when nobody wrote the item or the platform does not keep it.</param>
/// <remarks>Equality by value; <c>default</c> is an item that the channel does not know.</remarks>
public readonly record struct ChannelStock(long Units, long Version);
