using EcomOps.Analytics.Recommendations;

namespace EcomOps.Operations.Steps;

/// <summary>What is bought together.</summary>
/// <param name="Baskets">Orders with two items or more.</param>
/// <param name="LeastOrders">Fewest orders that a pair must share.</param>
/// <param name="LeastConfidence">Smallest share of the first item's orders that hold the second.</param>
/// <param name="Rules">Pairs, by lift descending.</param>
internal sealed record BasketResults(int Baskets, int LeastOrders, double LeastConfidence, IReadOnlyList<AssociationRule> Rules);
