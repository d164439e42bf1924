using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing;

/// <summary>An order that the item needs and the plan does not place.</summary>
/// <param name="Item">What was needed.</param>
/// <param name="Need">Units needed to reach the order-up-to level.</param>
/// <param name="Reason">Code: <c>over_budget</c>, <c>over_container</c>, <c>no_return</c>, <c>constraint_conflict</c>, <c>moq_exceeds_cover</c>, <c>exceeds_shelf_life</c>, <c>supplier_closed</c>.</param>
/// <param name="Cost">Cost of the quantity that was left out; zero when no quantity fits.</param>
/// <param name="Explanation">Why, in words and numbers, with what could be done.</param>
public sealed record WithheldOrder(PlanningItem Item, long Need, string Reason, Money Cost, string Explanation);
