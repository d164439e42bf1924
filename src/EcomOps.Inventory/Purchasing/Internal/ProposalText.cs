using System.Globalization;
using System.Text;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Purchasing.Internal;

internal static class ProposalText
{
    public static string Of(ItemNeed need, long quantity, long wanted, PlanningOptions options)
    {
        PlanningItem item = need.Item;
        OrderConstraints c = item.Supplier.Constraints;
        CultureInfo plain = CultureInfo.InvariantCulture;
        var text = new StringBuilder();
        text.Append(plain, $"{Head(quantity, c.Multiple)} of {item.Label} from {item.Supplier.Supplier} by {need.OrderOn.ToString("dddd uuuu-MM-dd", plain)}: ");
        text.Append(plain, $"{item.OnHand} on hand");
        Add(text, need.DueInTime, "due by " + need.CoverEnd.ToString("uuuu-MM-dd", plain), "+");
        Add(text, item.BackOrders, "back-ordered", "-");
        Add(text, item.Claims, "claimed", "-");
        text.Append(need.DueInTime + item.BackOrders + item.Claims == 0 ? string.Empty : $" = {need.Position.ToString(plain)}");
        text.Append(plain, $", at or below the reorder point {need.Point.Units}. ");
        text.Append(plain, $"Until the delivery after the next ({need.Wait + need.LeadDays + need.Interval:0.#} days: ");
        text.Append(need.Wait > 0 ? $"{need.Wait} until the order day, " : string.Empty);
        text.Append(plain, $"lead time {need.LeadDays:0.#}{(item.Supplier.LeadTime.StandardDeviation > 0 ? " on average" : string.Empty)}, review {need.Interval}) ");
        text.Append(plain, $"{need.Protection.Mean:0.#} are expected to sell; {need.Point.Units} keep the promise of {need.Service} ({(need.ByReturn ? "from there on a further unit costs more to carry than it is expected to earn" : $"class {need.Class}")}){(need.Point.SafetyStock >= 0.05 ? string.Create(plain, $", {need.Point.SafetyStock:0.#} of them safety stock") : string.Empty)}. ");
        foreach (Promotion promotion in item.Promotions.Where(p => p.Days.End >= options.Today && p.Days.Start <= need.CoverEnd))
        {
            text.Append(plain, $"The promotion {(promotion.Name.Length > 0 ? promotion.Name + " " : string.Empty)}from {promotion.Days.Start.ToString("uuuu-MM-dd", plain)} to {promotion.Days.End.ToString("uuuu-MM-dd", plain)} at {promotion.Uplift:0.##} times usual demand is in this. ");
        }

        if (need.OrderUpTo > need.Point.Units)
        {
            text.Append(plain, $"Orders fill up to {need.OrderUpTo}, because an order costs {item.Supplier.OrderCost}. ");
        }

        if (quantity != wanted)
        {
            text.Append(plain, $"The need of {wanted} became {quantity} by {Cause(need, quantity, wanted)}. ");
        }

        Add(text, need.DueTooLate, "units on order come too late and are not counted. ");
        if (item.Demand.Issues.Count > 0)
        {
            text.Append(plain, $"Doubt: {item.Demand.Issues[0].Message} ");
        }

        return text.ToString().TrimEnd();
    }

    // The same text for a smaller quantity.
    public static string Cut(PurchaseProposal proposal, long quantity, string by)
    {
        long pack = proposal.Item.Supplier.Constraints.Multiple;
        return $"{Head(quantity, pack)}{proposal.Explanation[Head(proposal.Quantity, pack).Length..]} Cut from {proposal.Quantity} to {quantity} by {by}.";
    }

    private static string Head(long quantity, long pack) => pack > 1 ? $"Order {quantity} ({quantity / pack} packs of {pack})" : $"Order {quantity}";

    private static string Cause(ItemNeed need, long quantity, long wanted)
    {
        OrderConstraints c = need.Item.Supplier.Constraints;
        return quantity < wanted
            ? need.Item.ShelfLifeDays is not null ? "the shelf life" : $"the maximum of {c.Maximum}"
            : wanted < c.Minimum ? $"the minimum of {c.Minimum}" : $"packs of {c.Multiple}";
    }

    private static void Add(StringBuilder text, long units, string word, string? sign = null)
    {
        if (units > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(sign is null ? string.Empty : $" {sign} ")}{units} {word}");
        }
    }
}
