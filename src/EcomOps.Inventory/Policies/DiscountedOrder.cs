namespace EcomOps.Inventory.Policies;

/// <summary>An order quantity under quantity discounts.</summary>
/// <param name="OrderQuantity">Units per order, Q; not rounded.</param>
/// <param name="PriceRegion">0-based price region of the quantity.</param>
/// <param name="CostRate">Model cost per time unit, purchases included.</param>
public sealed record DiscountedOrder(double OrderQuantity, int PriceRegion, double CostRate);
