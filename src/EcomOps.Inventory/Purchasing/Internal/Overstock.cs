using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Purchasing.Internal;

internal static class Overstock
{
    public static OverstockLine? Of(ItemNeed need, PlanningOptions options)
    {
        PlanningItem item = need.Item;
        double cover = need.Mean(options.OverstockCoverDays);
        long keep = Math.Max(need.OrderUpTo, (long)Math.Ceiling(cover));
        long excess = Math.Min(item.OnHand, item.OnHand - item.BackOrders - item.Claims - keep);
        if (excess <= 0)
        {
            return null;
        }

        double daily = cover / options.OverstockCoverDays;
        double? days = daily > 0 ? item.OnHand / daily : null;
        bool dead = need.Class.Velocity == VelocityClass.Dead || item.Demand.Profile?.Class == DemandClass.None;
        string lasts = days is { } d ? FormattableString.Invariant($"lasts {d:0} days at the expected {daily * 7:0.##} a week") : "no demand is expected";
        string text = $"{item.Label}: {item.OnHand} on hand, {lasts}; {excess} are more than {options.OverstockCoverDays} days of demand and the order-up-to level {need.OrderUpTo}. "
            + (dead ? "Nothing was sold in the whole history: liquidate." : "Mark down, move to another location, or stop buying.");
        Money value = item.UnitCost * excess;
        double wait = daily > 0 ? Math.Min(36_500, (keep + (excess / 2.0)) / daily) : 0;
        return new OverstockLine(item, excess, value, days, dead, text)
        {
            HoldingPerYear = (value * (decimal)options.HoldingRate).Round(MoneyRounding.HalfEven),
            ClearancePrice = daily > 0 && item.UnitPrice is { } price
                ? Money.Of(Math.Max(0, price.Amount - (item.UnitCost.Amount * (decimal)(options.HoldingRate * wait / 365))), price.Currency).Round(MoneyRounding.HalfEven)
                : null,
        };
    }
}
