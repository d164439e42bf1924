using EcomOps.Core;

namespace EcomOps.Analytics.Events;

/// <summary>One line of a file of events.</summary>
/// <param name="Number">Line, from 1.</param>
/// <param name="Event">The event, or null when it could not be read.</param>
/// <param name="Issues">Everything that is wrong; empty for a sound event.</param>
public sealed record ShopEventLine(int Number, ShopEvent? Event, IReadOnlyList<Issue> Issues);
