namespace EcomOps.Inventory.Forecasting.Hierarchies;

/// <summary>A sum of series: a category, a brand, a region, the whole shop.</summary>
/// <param name="Id">Name of the group; unlike every other node of its hierarchy.</param>
/// <param name="Members">Series and other groups that it adds up; at least one.</param>
public sealed record HierarchyGroup(string Id, IReadOnlyList<string> Members);
