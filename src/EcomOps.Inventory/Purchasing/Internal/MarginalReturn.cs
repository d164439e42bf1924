using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing.Internal;

// Gain of the k-th unit: (margin + penalty) P(D >= k) - carrying cost P(D < k), over the protection interval.
internal static class MarginalReturn
{
    public static double? Of(ItemNeed need, long from, long quantity, PlanningOptions options) =>
        Stake(need.Item) is { } stake ? Gain(need, stake, from, quantity, options) / ((double)need.Item.UnitCost.Amount * quantity) : null;

    // Without a price the stake is the one at which the item's promise is the best choice: carry x target / (1 - target).
    public static double OfBlock(ItemNeed need, long from, long quantity, PlanningOptions options) =>
        Gain(need, Stake(need.Item) ?? (Carry(need, options) * need.Service.Target / (1 - need.Service.Target)), from, quantity, options)
        / ((double)need.Item.UnitCost.Amount * quantity);

    public static double Gain(ItemNeed need, double stake, long from, long quantity, PlanningOptions options)
    {
        // Sum over k = from + 1 .. from + quantity of P(D >= k) = n(from) - n(from + quantity) for whole units.
        double sold = need.Loss(from) - need.Loss(from + quantity);
        return (stake * sold) - (Carry(need, options) * (quantity - sold));
    }

    // Cost of holding a unit over the protection interval.
    public static double Carry(ItemNeed need, PlanningOptions options) => Carry(need.Item, need.Wait + need.LeadDays + need.Interval, options);

    public static double Carry(PlanningItem item, double days, PlanningOptions options) => options.HoldingRate * (double)item.UnitCost.Amount * days / 365;

    // What a sale is worth: margin and penalty; null when neither is known.
    public static double? Stake(PlanningItem item) => item.UnitPrice is null && item.ShortagePenalty is null
        ? null
        : (double)((item.UnitPrice is { } price ? price - item.UnitCost : Money.Zero(item.UnitCost.Currency)).Amount + (item.ShortagePenalty?.Amount ?? 0));
}
