using EcomOps.Core;

namespace EcomOps.Inventory.Channels;

/// <summary>A sale that happened on a channel.</summary>
/// <param name="Reference">The channel's order number, unique there.</param>
/// <param name="Lines">Items and units.</param>
public sealed record ChannelSale(string Reference, IReadOnlyList<KeyValuePair<Sku, long>> Lines);
