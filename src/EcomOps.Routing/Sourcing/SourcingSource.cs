namespace EcomOps.Routing.Sourcing;

/// <summary>A place that can serve lines of an integer sourcing problem.</summary>
/// <param name="Id">Name of the place.</param>
/// <param name="Capacity">Units it can take in all, 0 or more; null for no limit.</param>
/// <param name="Stock">Units on hand by SKU index; 0 or more each.</param>
/// <param name="Modes">Ways of shipping; at least one.</param>
/// <param name="OnTime">Whether it may be used at all; false when it would arrive late.</param>
/// <remarks>Immutable.</remarks>
public sealed record SourcingSource(string Id, long? Capacity, IReadOnlyList<long> Stock, IReadOnlyList<SourcingMode> Modes, bool OnTime = true);
