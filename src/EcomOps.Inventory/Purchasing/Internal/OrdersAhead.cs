using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Inventory.Purchasing.Internal;

// Orders that follow within the horizon if demand comes as forecast: the position falls by mean demand and rises by what was ordered and what
// comes in time for that order.
internal static class OrdersAhead
{
    public static IEnumerable<PurchaseProposal> Of(ItemNeed need, long ordered, PlanningOptions options)
    {
        PlanningItem item = need.Item;
        LocalDate last = options.Today.PlusDays(options.HorizonDays);
        double position = need.Position + ordered;
        if (need.Withheld is not null)
        {
            yield break;
        }

        LocalDate day = need.OrderOn;
        while (true)
        {
            if (item.Supplier.Calendar.NextOrderDay(day.PlusDays(options.ReviewDays)) is not { } opportunity || opportunity > last)
            {
                yield break;
            }

            day = opportunity;
            int ahead = Period.DaysBetween(options.Today, day);
            double consumed = need.Mean(ahead);
            double cover = need.LeadDays + need.Interval;
            double demand = need.Mean(ahead + cover) - consumed;
            double level = demand + need.Point.SafetyStock;
            LocalDate coverEnd = options.Today.PlusDays((int)Math.Ceiling(ahead + cover));
            double now = position - consumed + item.OpenOrders.Where(o => o.Due > need.CoverEnd && o.Due <= coverEnd).Sum(o => o.Quantity);
            if (now > level || demand <= 0)
            {
                continue;
            }

            double target = level + (need.OrderUpTo - need.Point.Units);
            long wanted = (long)Math.Ceiling(target - now);
            if (item.Supplier.Constraints.Apply(wanted) is not OrderQuantity.Orderable { Units: > 0 and var quantity } || (quantity > wanted && quantity > need.Mean(options.MaximumCoverDays)))
            {
                yield break;
            }

            if (item.ShelfLifeDays is { } life && Sellable(need, ahead, life, now) is var sellable && quantity > sellable)
            {
                quantity = sellable / item.Supplier.Constraints.Multiple * item.Supplier.Constraints.Multiple;
                if (quantity < item.Supplier.Constraints.Minimum || quantity <= 0)
                {
                    continue;
                }
            }

            position += quantity;
            string text = FormattableString.Invariant(
                $"{item.Label}: about {quantity} on {day:uuuu-MM-dd}, if demand comes as forecast: a position of {now:0.#} is then expected against a reorder point of {level:0.#}.");
            yield return new PurchaseProposal(
                item, quantity, day, day.PlusDays((int)Math.Ceiling(need.LeadDays)), item.UnitCost * quantity,
                need.Point with { Level = level }, (long)Math.Ceiling(target), (long)Math.Floor(now), null, text);
        }
    }
    // What sells of an order before it perishes: the demand until then, less what is there before it.
    private static long Sellable(ItemNeed need, int ahead, int life, double position) =>
        (long)Math.Floor(Math.Max(0, need.Mean(ahead + need.LeadDays + life) - need.Mean(ahead) - Math.Max(0, position)));
}
