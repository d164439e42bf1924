using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing;

/// <summary>What to buy, when and why.</summary>
/// <remarks>Every item given is accounted for: it has a line, is withheld, needs nothing, or was excluded by an issue.</remarks>
/// <param name="Lines">Orders to place at the next opportunity, those of the highest return first.</param>
/// <param name="Ahead">Orders expected later within the horizon if demand comes as forecast, by day.</param>
/// <param name="Withheld">Orders that were needed and left out, with the reason.</param>
/// <param name="Overstock">Stock beyond need, the most valuable first.</param>
/// <param name="Issues">Items that could not be planned, and doubts about those that were.</param>
/// <param name="Excluded">Number of items that could not be planned.</param>
public sealed record PurchasePlan(
    IReadOnlyList<PurchaseProposal> Lines,
    IReadOnlyList<PurchaseProposal> Ahead,
    IReadOnlyList<WithheldOrder> Withheld,
    IReadOnlyList<OverstockLine> Overstock,
    IReadOnlyList<Issue> Issues,
    int Excluded)
{
    /// <summary>Levels of every item that could be planned, in the order given.</summary>
    public IReadOnlyList<ItemLevels> Levels { get; init; } = [];

    /// <summary>How full the containers are, by supplier.</summary>
    public IReadOnlyList<ContainerUse> Containers { get; init; } = [];

    /// <summary>Overstock that nobody bought in the whole history: what to sell off first.</summary>
    public IReadOnlyList<OverstockLine> Liquidation => [.. Overstock.Where(o => o.IsDead)];

    /// <summary>Cost of <see cref="Lines"/> by currency; empty without a line.</summary>
    public IReadOnlyList<Money> Cost =>
        [.. Lines.GroupBy(l => l.Cost.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => g.Aggregate(Money.Zero(g.Key), (sum, l) => sum + l.Cost))];
}
