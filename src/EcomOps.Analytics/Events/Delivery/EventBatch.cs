using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>One request to a collector.</summary>
/// <param name="Collector">Collector.</param>
/// <param name="Events">Events in the order of the body.</param>
/// <param name="Body">UTF-8 JSON without credentials.</param>
/// <param name="Attempt">Number of the attempt, from 1; ids are the same on every attempt.</param>
public sealed record EventBatch(string Collector, IReadOnlyList<ProjectedEvent> Events, ReadOnlyMemory<byte> Body, int Attempt);
