using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing.Internal;

// Gain of the k-th unit: (margin + penalty) P(D >= k) - carrying cost P(D < k), over the protection interval.
internal static class MarginalReturn
{
    public static double? Of(ItemNeed need, long from, long quantity, PlanningOptions options)
    {
        if (Stake(need.Item) is not { } stake)
        {
            return null;
        }

        // Sum over k = from + 1 .. from + quantity of P(D >= k) = n(from) - n(from + quantity) for whole units.
        double sold = need.Protection.Loss(from) - need.Protection.Loss(from + quantity);
        double cost = (double)need.Item.UnitCost.Amount;
        double carry = options.HoldingRate * cost * (need.Wait + need.LeadDays + need.Interval) / 365;
        return ((stake * sold) - (carry * (quantity - sold))) / (cost * quantity);
    }

    // What a sale is worth: margin and penalty; null when neither is known.
    public static double? Stake(PlanningItem item) => item.UnitPrice is null && item.ShortagePenalty is null
        ? null
        : (double)((item.UnitPrice is { } price ? price - item.UnitCost : Money.Zero(item.UnitCost.Currency)).Amount + (item.ShortagePenalty?.Amount ?? 0));
}
