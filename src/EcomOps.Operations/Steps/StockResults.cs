using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>Stock at the end of the history, before the newest orders leave.</summary>
/// <param name="OnHand">Sellable units on hand over all sites, by SKU; empty when neither data nor settings tell.</param>
/// <param name="Claimed">Units reserved for the newest orders, by SKU.</param>
/// <param name="BySite">Sellable units on hand by site and SKU.</param>
/// <param name="Movements">Movements in the ledger.</param>
/// <param name="Refused">Documents that the ledger refused, because more left than was there.</param>
/// <param name="Reserved">Orders with a reservation.</param>
/// <param name="IsProven">Whether every balance equals the sum of its movements.</param>
/// <param name="IsAssumed">Whether the stock is an assumption of the settings.</param>
internal sealed record StockResults(
    IReadOnlyDictionary<Sku, long> OnHand,
    IReadOnlyDictionary<Sku, long> Claimed,
    IReadOnlyDictionary<(string Site, Sku Sku), long> BySite,
    long Movements,
    int Refused,
    int Reserved,
    bool IsProven,
    bool IsAssumed)
{
    internal bool IsKnown => OnHand.Count > 0;
}
