using EcomOps.Core;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Purchasing.Internal;

// What the items need, before budget and containers are looked at.
internal sealed record PlanDraft(IReadOnlyList<ItemNeed> Needs, IReadOnlyList<OverstockLine> Overstock, IReadOnlyList<Issue> Issues, int Excluded)
{
    public static PlanDraft Of(IReadOnlyList<PlanningItem> items, PlanningOptions options)
    {
        var issues = new List<Issue>();
        List<PlanningItem> valid = PlanningItemValidation.Keep(items, options, issues);
        PlanningItem[] lifted = [.. valid.Select(i => i with { Demand = PromotionCalendar.Lift(i.Demand, options.Today, i.Promotions) })];
        IReadOnlyList<ItemClass> classes = Classify(valid);
        ItemNeed[] needs = [.. lifted.Select((item, i) => ItemNeed.Of(item, classes[i], options))];
        issues.AddRange(needs.SelectMany(n => n.Issues));
        return new PlanDraft(
            needs,
            [.. needs.Select(n => Internal.Overstock.Of(n, options)).OfType<OverstockLine>().OrderByDescending(l => l.Value.Amount).ThenBy(l => l.Item.Label, StringComparer.Ordinal)],
            issues,
            items.Count - valid.Count);
    }

    public PurchasePlan Allocate(PlanningOptions options, Money? budget)
    {
        List<WithheldOrder> withheld = [.. Needs.Select(n => n.Withheld).OfType<WithheldOrder>()];
        var allocation = new MarginalAllocation(options, budget, withheld);
        List<PurchaseProposal> lines = allocation.Spend(Needs.Where(n => n.Proposal is not null));
        Dictionary<(Sku, string), long> ordered = lines.ToDictionary(l => (l.Item.Sku, l.Item.Location), l => l.Quantity);
        ILookup<Sku, OverstockLine> elsewhere = Overstock.ToLookup(o => o.Item.Sku);
        return new PurchasePlan(
            [.. lines.Select(l => Transfers(l, elsewhere[l.Item.Sku]))],
            [.. Needs.SelectMany(n => OrdersAhead.Of(n, ordered.GetValueOrDefault((n.Item.Sku, n.Item.Location)), options)).OrderBy(p => p.OrderOn).ThenBy(p => p.Item.Label, StringComparer.Ordinal)],
            withheld,
            Overstock,
            Issues,
            Excluded)
        {
            Levels = [.. Needs.Select(n => new ItemLevels(n.Item, n.Class, n.Point, n.OrderUpTo, n.Position, n.OrderOn))],
            Containers = allocation.Containers,
        };
    }

    private static PurchaseProposal Transfers(PurchaseProposal line, IEnumerable<OverstockLine> excess)
    {
        string[] places = [.. excess.Where(o => o.Item.Location != line.Item.Location).Select(o => $"{o.Item.Label} holds {o.Excess} beyond need")];
        return places.Length == 0 ? line : line with { Explanation = $"{line.Explanation} Before buying: {string.Join(", ", places)}; move them if that is cheaper." };
    }

    private static IReadOnlyList<ItemClass> Classify(List<PlanningItem> items)
    {
        IReadOnlyList<AbcClass> abc = ItemClassification.Abc([.. items.Select(i => i.Demand.Mean.Average() * (double)(i.UnitPrice ?? i.UnitCost).Amount)]);
        return [.. items.Select((item, i) => item.Class ?? new ItemClass(
            abc[i],
            item.Demand.Profile is { } profile ? ItemClassification.Xyz(profile) : XyzClass.Y,
            item.Demand.Profile is { } seen ? ItemClassification.Velocity(seen) : VelocityClass.Medium))];
    }
}
