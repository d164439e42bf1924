namespace EcomOps.Inventory.Purchasing;

/// <summary>What a lead time asks of one item.</summary>
/// <param name="Days">Mean lead time; its coefficient of variation stays that of the item's supplier.</param>
/// <param name="ReorderPoint">Reorder point in whole units.</param>
/// <param name="SafetyStock">Its part above mean demand.</param>
/// <param name="MeanStock">Mean units on hand.</param>
public sealed record LeadTimePoint(double Days, long ReorderPoint, double SafetyStock, double MeanStock);
