using EcomOps.Core;
using EcomOps.Inventory.Purchasing.Internal;

namespace EcomOps.Inventory.Purchasing;

/// <summary>Proposes purchase orders from forecasts: reorder points as quantiles of lead-time demand, quantities under the supplier's constraints, budget and containers filled where they return most.</summary>
/// <remarks>
/// Order of the arithmetic: need = order-up-to level - (on hand + on order due in time - back-orders - claims); nothing when the position
/// is above the reorder point; raise to the minimum, round up to packs, cut to the maximum; then shelf life and cover; then containers and
/// budget, block by block (the smallest order, then packs) in order of <c>(margin + penalty) P(D &gt;= k) - carry P(D &lt; k)</c> per unit of
/// money. A pure function of its arguments; thread-safe.
/// </remarks>
public sealed class PurchasePlanner
{
    private readonly PlanningOptions _options;

    /// <summary>Makes a planner.</summary>
    /// <param name="options">Day of planning, review period, targets.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="ArgumentException">A supplier has more than one container.</exception>
    public PurchasePlanner(PlanningOptions options) => _options = PlanningOptionsCheck.Valid(options);

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
        return budget is { IsNegative: true } negative
            ? throw new ArgumentOutOfRangeException(nameof(budget), negative, "A budget cannot be negative.")
            : PlanDraft.Of(items, _options).Allocate(_options, budget);
    }
}
