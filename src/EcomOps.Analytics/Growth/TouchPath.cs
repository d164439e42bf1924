using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Growth;

/// <summary>The touches before an order, or of a visitor who did not order.</summary>
/// <param name="Touches">Touches in any sequence; those after the order do not count.</param>
/// <param name="OrderId">Order; null when there was none.</param>
/// <param name="OrderedAt">When it was placed; null when there was none.</param>
/// <param name="Value">Its value, payable in its currency; null when there was none.</param>
public sealed record TouchPath(IReadOnlyList<Touch> Touches, string? OrderId = null, Instant? OrderedAt = null, Money? Value = null);
