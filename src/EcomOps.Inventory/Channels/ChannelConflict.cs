using EcomOps.Core;

namespace EcomOps.Inventory.Channels;

/// <summary>A disagreement between the ledger and a channel, with who is right and why.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Subject">Item or order concerned.</param>
/// <param name="Ledger">What the ledger says, in units.</param>
/// <param name="Outside">What the channel says, in units.</param>
/// <param name="Right">Which side is right.</param>
/// <param name="Reason">Why, and what was done.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ChannelConflict(string Channel, string Subject, long Ledger, long Outside, ConflictSide Right, string Reason);
