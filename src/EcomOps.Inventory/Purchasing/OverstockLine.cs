using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing;

/// <summary>Stock beyond what will be needed.</summary>
/// <param name="Item">The item.</param>
/// <param name="Excess">Units above both the order-up-to level and the demand of the overstock cover.</param>
/// <param name="Value">Excess at unit cost.</param>
/// <param name="DaysOfCover">How long the stock lasts at the forecast rate; null when no demand is expected.</param>
/// <param name="IsDead">Whether nothing was sold in the whole history: a candidate for liquidation and not for waiting.</param>
/// <param name="Explanation">Why, in words and numbers.</param>
public sealed record OverstockLine(PlanningItem Item, long Excess, Money Value, double? DaysOfCover, bool IsDead, string Explanation)
{
    /// <summary>What holding the excess for a year costs.</summary>
    public Money HoldingPerYear { get; init; } = Money.Zero(Value.Currency);

    /// <summary>
    /// Price per unit above which selling the excess now beats waiting: the usual price less the cost of holding a unit until its turn comes
    /// (the middle of the excess, at the forecast rate), 0 at least; null without a price or without expected demand.
    /// </summary>
    public Money? ClearancePrice { get; init; }
}
