namespace EcomOps.Inventory.Channels.Internal;

// A write whose answer is still to come. It is repeated as it is until it has one, so that it takes effect once however often it arrives.
internal sealed record ChannelWrite(long Version, long? Expected, long Quantity);
