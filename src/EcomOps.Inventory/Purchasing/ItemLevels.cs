using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Inventory.Purchasing;

/// <summary>The levels of one item, whether or not it is ordered now.</summary>
/// <param name="Item">SKU and location.</param>
/// <param name="Class">ABC, XYZ and velocity.</param>
/// <param name="ReorderPoint">Level at or below which it is ordered, with its promise and its demand.</param>
/// <param name="OrderUpTo">Level to order up to, in units.</param>
/// <param name="Position">On hand + on order in time - back-orders - claims.</param>
/// <param name="OrderOn">Next day on which the supplier takes an order.</param>
public sealed record ItemLevels(PlanningItem Item, ItemClass Class, ReorderPoint ReorderPoint, long OrderUpTo, long Position, LocalDate OrderOn);
