namespace EcomOps.Inventory.Policies;

/// <summary>An (s, S) policy: when the position is at or below s at a review, order up to S.</summary>
/// <param name="ReorderPoint">s; may be negative where shortages are cheap.</param>
/// <param name="OrderUpTo">S; above s.</param>
/// <param name="CostPerPeriod">Expected cost per period; NaN never: 0 where an approximation gives no cost.</param>
public sealed record MinMax(double ReorderPoint, double OrderUpTo, double CostPerPeriod);
