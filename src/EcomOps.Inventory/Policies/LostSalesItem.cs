using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Policies;

/// <summary>An item of an assortment whose customers do not wait, for <see cref="LostSalesAssortment"/>.</summary>
/// <param name="History">Demand in whole units; a missing period counts as not seen, a negative one as none.</param>
/// <param name="HoldingCost">h, money per unit left at the end of a period; above 0.</param>
/// <param name="LostSaleCost">p, money per unit lost, margin included; above 0.</param>
public sealed record LostSalesItem(DemandSeries History, double HoldingCost, double LostSaleCost);
