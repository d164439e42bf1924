namespace EcomOps.Inventory.Policies;

/// <summary>What a policy gives its customers and holds for it, per period in the long run.</summary>
/// <param name="FillRate">Share of demanded units served from stock at once.</param>
/// <param name="CycleService">Probability that the stock lasts from one review's delivery to the next one's.</param>
/// <param name="ReadyRate">Share of periods that end without units owed (back-orders) or without a lost sale in them (lost sales).</param>
/// <param name="MeanStock">Mean units on hand at the end of a period.</param>
/// <param name="MeanShort">Mean units owed at the end of a period (back-orders), or lost in a period (lost sales).</param>
/// <param name="OrdersPerPeriod">Orders placed per period.</param>
public sealed record PolicyService(double FillRate, double CycleService, double ReadyRate, double MeanStock, double MeanShort, double OrdersPerPeriod)
{
    /// <summary>Standard error of the fill rate; 0 for an exact calculation.</summary>
    public double StandardError { get; init; }

    /// <summary>Cost per period.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit on hand at the end of a period.</param>
    /// <param name="shortageCost">p, money per unit of <see cref="MeanShort"/>: owed per period, or lost once.</param>
    /// <returns><c>K orders + h stock + p short</c>.</returns>
    public double Cost(double fixedCost, double holdingCost, double shortageCost) => (fixedCost * OrdersPerPeriod) + (holdingCost * MeanStock) + (shortageCost * MeanShort);
}
