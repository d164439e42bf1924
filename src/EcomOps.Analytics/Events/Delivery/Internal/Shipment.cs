namespace EcomOps.Analytics.Events.Delivery.Internal;

/// <summary>Events that are sent, or will be sent again, as one request.</summary>
internal sealed record Shipment(IReadOnlyList<QueuedEvent> Events, int Attempts);
