namespace EcomOps.Inventory.Policies;

/// <summary>A reorder-point policy with a fixed quantity.</summary>
/// <param name="ReorderPoint">r: order when the position falls to or below it; may be negative where shortages are cheap.</param>
/// <param name="OrderQuantity">Q, units per order.</param>
/// <param name="CostRate">Expected cost per time unit, of the model or of the approximation that found it.</param>
public sealed record OrderPolicy(double ReorderPoint, double OrderQuantity, double CostRate);
