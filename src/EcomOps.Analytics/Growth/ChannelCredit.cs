using EcomOps.Core;

namespace EcomOps.Analytics.Growth;

/// <summary>What one channel is credited with of one order.</summary>
/// <param name="OrderId">Order.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Value">Its part; the parts of an order sum to its value exactly.</param>
public sealed record ChannelCredit(string OrderId, string Channel, Money Value);
