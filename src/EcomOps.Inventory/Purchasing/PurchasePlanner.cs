using EcomOps.Core;
using EcomOps.Inventory.Purchasing.Internal;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Purchasing;

/// <summary>Proposes purchase orders from forecasts: reorder points as quantiles of lead-time demand, quantities under the supplier's constraints, the budget spent where it returns most.</summary>
/// <remarks>
/// Order of the arithmetic: need = order-up-to level - (on hand + on order due in time - back-orders - claims); nothing when the position
/// is above the reorder point; raise to the minimum, round up to packs, cut to the maximum; then shelf life and cover; budget last.
/// A pure function of its arguments; thread-safe.
/// </remarks>
public sealed class PurchasePlanner
{
    private readonly PlanningOptions _options;

    /// <summary>Makes a planner.</summary>
    /// <param name="options">Day of planning, review period, targets.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public PurchasePlanner(PlanningOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ReviewDays, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.HorizonDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumCoverDays, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.OverstockCoverDays, 1);
        if (!(options.HoldingRate is >= 0 and <= 10))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.HoldingRate, "The yearly holding rate must lie between 0 and 10.");
        }

        _options = options;
    }

    /// <summary>Makes the plan.</summary>
    /// <param name="items">SKU by location; the same pair at most once.</param>
    /// <param name="budget">
    /// What may be spent on the orders placed now; null (the default) for no limit. Items bought in another currency are withheld from a plan
    /// with a budget.
    /// </param>
    /// <returns>The plan. Items that cannot be planned are reported as issues and left out, the others are planned all the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The budget is negative.</exception>
    public PurchasePlan Propose(IReadOnlyList<PlanningItem> items, Money? budget = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (budget is { IsNegative: true } negative)
        {
            throw new ArgumentOutOfRangeException(nameof(budget), negative, "A budget cannot be negative.");
        }

        var issues = new List<Issue>();
        List<PlanningItem> valid = PlanningItemValidation.Keep(items, issues);
        IReadOnlyList<ItemClass> classes = Classify(valid);
        var needs = new ItemNeed[valid.Count];
        for (int i = 0; i < valid.Count; i++)
        {
            needs[i] = ItemNeed.Of(valid[i], classes[i], _options);
        }

        var withheld = new List<WithheldOrder>();
        List<PurchaseProposal> wanted = [];
        foreach (ItemNeed need in needs)
        {
            issues.AddRange(need.Issues);
            withheld.AddRange(need.Withheld is { } reason ? [reason] : []);
            wanted.AddRange(need.Proposal is { } proposal ? [proposal] : []);
        }

        List<PurchaseProposal> lines = BudgetAllocation.Spend(wanted, budget, needs.Where(n => n.Proposal is not null).ToDictionary(n => n.Proposal!, n => n), withheld);
        return new PurchasePlan(
            lines,
            [.. needs.SelectMany(n => OrdersAhead.Of(n, _options)).OrderBy(p => p.OrderOn).ThenBy(p => p.Item.Label, StringComparer.Ordinal)],
            withheld,
            [.. needs.Select(n => Overstock.Of(n, _options)).OfType<OverstockLine>().OrderByDescending(l => l.Value.Amount).ThenBy(l => l.Item.Label, StringComparer.Ordinal)],
            issues,
            items.Count - valid.Count);
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
