using EcomOps.Core;

namespace EcomOps.Inventory.Channels;

/// <summary>A correction of stock that was made on a channel, for example at a till: the channel's own number shows it already.</summary>
/// <param name="Reference">The channel's number of it, unique there.</param>
/// <param name="Location">Location whose book it corrects.</param>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Difference in units: negative for units lost, positive for units found; not 0.</param>
/// <param name="Reason">Reason code, or null.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ChannelAdjustment(string Reference, string Location, Sku Sku, long Quantity, string? Reason = null);
