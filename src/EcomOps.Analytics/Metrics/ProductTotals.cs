namespace EcomOps.Analytics.Metrics;

/// <summary>What one product sold and got back in a period. Amounts are major units of the shop's currency.</summary>
/// <param name="Sku">Product.</param>
/// <param name="Orders">Distinct orders with it.</param>
/// <param name="Units">Units sold.</param>
/// <param name="GrossRevenue">Gross sales less discounts.</param>
/// <param name="ReturnedUnits">Units returned in the period, whenever they were sold.</param>
/// <param name="Returns">Their value.</param>
public sealed record ProductTotals(string Sku, long Orders, long Units, decimal GrossRevenue, long ReturnedUnits, decimal Returns)
{
    /// <summary>Gross revenue less returns.</summary>
    public decimal NetSales => GrossRevenue - Returns;
}
