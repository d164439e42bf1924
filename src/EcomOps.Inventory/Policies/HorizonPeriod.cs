using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Policies;

/// <summary>One period of a finite horizon with random demand.</summary>
/// <param name="Demand">Demand of the period.</param>
/// <param name="HoldingCost">h, money per unit left at its end.</param>
/// <param name="StockOutCost">p, money per unit short at its end.</param>
/// <param name="PurchaseCost">c, money per unit.</param>
/// <param name="FixedCost">K, money per order.</param>
public sealed record HorizonPeriod(DemandDistribution Demand, double HoldingCost, double StockOutCost, double PurchaseCost, double FixedCost);
