using EcomOps.Core;

namespace EcomOps.Inventory.Reservations;

/// <summary>What a claim still holds of one item in one pool. Kits appear as their components.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Pool">Pool or location it draws on.</param>
/// <param name="Quantity">Units claimed at first; at least 1.</param>
/// <param name="Open">Units not yet shipped or given back; 0 to <paramref name="Quantity"/>.</param>
/// <param name="Backordered">Units of <paramref name="Quantity"/> that were not available when claimed.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ClaimLine(Sku Sku, string Pool, long Quantity, long Open, long Backordered = 0)
{
    /// <summary>Day and time at which the backordered units are expected, by available-to-promise; null when nothing is backordered or no supply covers it.</summary>
    public NodaTime.Instant? PromisedFor { get; init; }
}
