using EcomOps.Core;

namespace EcomOps.Inventory.Counting;

/// <summary>One record of stock: what a counter counts in one go.</summary>
/// <param name="Location">The location.</param>
/// <param name="Sku">The item.</param>
/// <param name="Lot">Lot or serial, or null for units without one.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record CountRecord(string Location, Sku Sku, string? Lot = null)
{
    /// <summary>Location, item and lot.</summary>
    /// <returns>For example <c>'TEE-RED-M' at 'AMS-1' lot 'L7'</c>.</returns>
    public override string ToString() => $"'{Sku}' at '{Location}'{(Lot is null ? string.Empty : $" lot '{Lot}'")}";
}
