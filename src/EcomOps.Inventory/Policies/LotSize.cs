namespace EcomOps.Inventory.Policies;

/// <summary>A lot size with its yearly figures.</summary>
/// <param name="Quantity">Units per order, Q.</param>
/// <param name="CycleInventory">Mean stock from ordering in lots, Q / 2.</param>
/// <param name="OrdersPerYear">Demand / Q.</param>
public sealed record LotSize(double Quantity, double CycleInventory, double OrdersPerYear);
