using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Purchasing.Internal;

internal static class PlanningItemValidation
{
    public static List<PlanningItem> Keep(IReadOnlyList<PlanningItem> items, PlanningOptions options, List<Issue> issues)
    {
        var kept = new List<PlanningItem>(items.Count);
        var seen = new HashSet<(Sku, string)>();
        for (int i = 0; i < items.Count; i++)
        {
            PlanningItem item = items[i] ?? throw new ArgumentException("An item is null.", nameof(items));
            List<Issue> found = [.. Check(item, $"items[{i}]")];
            if (!seen.Add((item.Sku, item.Location)))
            {
                found.Add(new Issue("duplicate_item", $"items[{i}]", $"{item.Label} occurs twice; the first one is planned. Merge their stock and demand."));
            }

            issues.AddRange(found);
            if (found.Count == 0 && options.Containers.Any(c => c.Supplier == item.Supplier.Supplier && !Measures(c, item.Load)))
            {
                issues.Add(new Issue("no_unit_load", $"items[{i}].load", $"{item.Label}: its weight, space or pallet share is not known and not counted in the container of {item.Supplier.Supplier}.", Severity.Warning));
            }

            if (found.Count == 0)
            {
                kept.Add(item);
            }
        }

        return kept;
    }

    private static bool Measures(ContainerLimit limit, UnitLoad? load) =>
        load is not null
        && (limit.Weight is null || load.Weight.InGrams > 0)
        && (limit.VolumeInLitres is null || load.VolumeInLitres > 0)
        && (limit.Pallets is null || load.UnitsPerPallet is not null);

    private static IEnumerable<Issue> Check(PlanningItem item, string path)
    {
        Issue Bad(string code, string member, string message) => new(code, $"{path}.{member}", $"{item.Label}: {message}");
        if (item.OnHand < 0 || item.BackOrders < 0 || item.Claims < 0)
        {
            yield return Bad("negative_stock", "onHand", "stock, back-orders and claims must be 0 or more; state what is owed as back-orders.");
        }

        if (item.OpenOrders.Any(o => o.Quantity < 0))
        {
            yield return Bad("negative_open_order", "openOrders", "an open order has a negative quantity.");
        }

        if (item.UnitCost.Amount <= 0)
        {
            yield return Bad("no_unit_cost", "unitCost", "the unit cost must be above 0.");
        }

        if ((item.UnitPrice is { } price && price.Currency != item.UnitCost.Currency)
            || (item.ShortagePenalty is { } penalty && penalty.Currency != item.UnitCost.Currency)
            || (item.Supplier.OrderCost is { } order && order.Currency != item.UnitCost.Currency))
        {
            yield return Bad("mixed_currencies", "unitCost", "cost, price, penalty and order cost must be in one currency.");
        }

        OrderConstraints c = item.Supplier.Constraints;
        if (c.Minimum < 1 || c.Multiple < 1 || c.Maximum < 1)
        {
            yield return Bad("bad_order_constraint", "supplier.constraints", "minimum, multiple and maximum must be 1 or more.");
        }

        if (item.ShelfLifeDays < 1)
        {
            yield return Bad("bad_shelf_life", "shelfLifeDays", "shelf life must be 1 day or more.");
        }

        if (item.Promotions.Any(p => p is not { IsValid: true }))
        {
            yield return Bad("bad_promotion", "promotions", $"an uplift must lie above 0 and at or below {Promotion.MaximumUplift}.");
        }

        if (item.Load is { } load && (load.VolumeInLitres < 0 || load.UnitsPerPallet < 1))
        {
            yield return Bad("bad_unit_load", "load", "space must be 0 or more and units per pallet 1 or more.");
        }

        if (item.Demand.Period == DemandPeriod.Unspecified)
        {
            yield return Bad("no_calendar", "demand", "plans are made in days: forecast a series with a period (DemandSeries.Weekly, Monthly ...).");
        }
    }
}
