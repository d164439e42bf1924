using EcomOps.Core;
using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>One item of a receipt.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">Units; at least 1. Exactly 1 where the item is tracked by serial.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ReceiptLine(Sku Sku, long Quantity)
{
    /// <summary>Cost of one unit, or null when unknown.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>Lot or serial number, or null.</summary>
    public string? Lot { get; init; }

    /// <summary>Last day on which the lot may be sold; null for none.</summary>
    public LocalDate? Expires { get; init; }

    /// <summary>Units in one package of the lot, for picking the fewest packages; 1 by default.</summary>
    public long PackageSize { get; init; } = 1;
}
