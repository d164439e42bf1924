using EcomOps.Core;

namespace EcomOps.Inventory.Purchasing;

/// <summary>What a budget buys.</summary>
/// <param name="Budget">What may be spent now.</param>
/// <param name="Spent">Cost of the orders placed.</param>
/// <param name="ExpectedGain">Margin and penalties that the orders are expected to save until the next delivery, less carrying cost; items without a price count as 0.</param>
/// <param name="FillRate">Expected share of the protection interval's demand that stock, orders under way and these orders cover, over all items.</param>
/// <param name="Lines">Order lines placed.</param>
public sealed record BudgetPoint(Money Budget, Money Spent, Money ExpectedGain, double FillRate, int Lines);
