namespace EcomOps.Inventory.Policies;

/// <summary>An order quantity and what it costs per time unit.</summary>
/// <param name="OrderQuantity">Units per order, Q; not rounded.</param>
/// <param name="CostRate">Model cost per time unit, in the money unit of the inputs. A figure to compare policies by, not an amount to book.</param>
public sealed record OrderQuantityCost(double OrderQuantity, double CostRate);
