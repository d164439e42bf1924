using EcomOps.Core;

namespace EcomOps.Inventory.Counting;

/// <summary>What a counter found.</summary>
/// <param name="Location">The location.</param>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Sellable units found; 0 or more.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record CountedLine(string Location, Sku Sku, long Quantity)
{
    /// <summary>Lot or serial counted, or null for units without one.</summary>
    public string? Lot { get; init; }

    /// <summary>Who counted, as an id; null when it is not known. A second count must name somebody else.</summary>
    public string? Counter { get; init; }

    /// <summary>The ledger's sequence at the moment of counting, so that movements since the sheet was opened make no false difference; null for the sheet's own.</summary>
    public long? CountedAt { get; init; }

    /// <summary>The record that was counted.</summary>
    public CountRecord Record => new(Location, Sku, Lot);
}
