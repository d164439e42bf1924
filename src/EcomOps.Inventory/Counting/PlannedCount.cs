using EcomOps.Core;
using NodaTime;

namespace EcomOps.Inventory.Counting;

/// <summary>One record to count on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Location">The location.</param>
/// <param name="Sku">The item.</param>
/// <param name="Class">Its class.</param>
/// <param name="Trigger">Why.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record PlannedCount(LocalDate Day, string Location, Sku Sku, CountClass Class, CountTrigger Trigger);
