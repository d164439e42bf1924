using EcomOps.Core;

namespace EcomOps.Analytics.Events;

/// <summary>Answer of reading a canonical event.</summary>
/// <param name="Event">The event, or null when it could not be read.</param>
/// <param name="Issues">Everything that is wrong; empty for a sound event.</param>
public sealed record ShopEventReading(ShopEvent? Event, IReadOnlyList<Issue> Issues);
