using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>Stock at the end of the history.</summary>
/// <param name="OnHand">Units on hand over all sites, by SKU; empty when neither data nor settings tell.</param>
/// <param name="Claimed">Units reserved for the newest orders, by SKU.</param>
/// <param name="BySite">Units on hand by site and SKU.</param>
/// <param name="Movements">Movements in the ledger.</param>
/// <param name="IsAssumed">Whether the stock is an assumption of the settings.</param>
internal sealed record StockResults(
    IReadOnlyDictionary<Sku, long> OnHand,
    IReadOnlyDictionary<Sku, long> Claimed,
    IReadOnlyDictionary<(string Site, Sku Sku), long> BySite,
    long Movements,
    bool IsAssumed)
{
    internal bool IsKnown => OnHand.Count > 0;
}
