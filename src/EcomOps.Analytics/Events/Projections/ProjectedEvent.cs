namespace EcomOps.Analytics.Events.Projections;

/// <summary>An event in the form of one collector.</summary>
/// <param name="EventId">Id of the canonical event, the deduplication key.</param>
/// <param name="Name">Name at the collector.</param>
/// <param name="Head">Members of the request that events sent together must share, as JSON without braces; empty when there are none.</param>
/// <param name="Json">The event as a UTF-8 JSON object.</param>
public sealed record ProjectedEvent(string EventId, string Name, string Head, ReadOnlyMemory<byte> Json);
