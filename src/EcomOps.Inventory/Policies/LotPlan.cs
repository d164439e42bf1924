namespace EcomOps.Inventory.Policies;

/// <summary>Orders for known demand, period by period.</summary>
/// <param name="OrderQuantities">Units ordered in each period; 0 where nothing is ordered.</param>
/// <param name="TotalCost">Fixed, holding and purchase cost of the whole plan.</param>
/// <param name="CostToGo">Cost from each period on; one entry more than periods, the last 0. Empty for a heuristic.</param>
/// <param name="NextOrderPeriod">1-based period of the order after an order in each period; periods + 1 for none. Empty for a heuristic.</param>
public sealed record LotPlan(IReadOnlyList<double> OrderQuantities, double TotalCost, IReadOnlyList<double> CostToGo, IReadOnlyList<int> NextOrderPeriod);
