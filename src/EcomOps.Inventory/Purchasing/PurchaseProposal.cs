using EcomOps.Core;
using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Inventory.Purchasing;

/// <summary>A proposed order line.</summary>
/// <param name="Item">What to buy.</param>
/// <param name="Quantity">Units; above 0, within the supplier's constraints.</param>
/// <param name="OrderOn">Day to place the order.</param>
/// <param name="Arrives">Expected day of arrival (mean lead time, rounded up).</param>
/// <param name="Cost">Quantity times unit cost.</param>
/// <param name="ReorderPoint">Level at or below which the item is ordered.</param>
/// <param name="OrderUpTo">Level to order up to, in units.</param>
/// <param name="Position">Inventory position on the day of planning: on hand + due in time - back-orders - claims.</param>
/// <param name="Return">Expected gain (margin and penalty saved, less carrying cost) per unit of money spent on the line; null without a price or penalty.</param>
/// <param name="Explanation">Why, in words and numbers.</param>
public sealed record PurchaseProposal(
    PlanningItem Item,
    long Quantity,
    LocalDate OrderOn,
    LocalDate Arrives,
    Money Cost,
    ReorderPoint ReorderPoint,
    long OrderUpTo,
    long Position,
    double? Return,
    string Explanation);
