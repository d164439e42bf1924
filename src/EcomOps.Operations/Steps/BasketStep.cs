using EcomOps.Analytics.Recommendations;
using EcomOps.Operations.History;

namespace EcomOps.Operations.Steps;

/// <summary>Finds pairs that are bought together more often than their popularity explains.</summary>
internal static class BasketStep
{
    private const int FewestOrders = 20;
    private const double LeastSupport = 0.005;
    private const double LeastConfidence = 0.1;
    private const double LeastLift = 1.5;

    internal static BasketResults Run(ShopHistory history)
    {
        string[][] orders = [.. history.Orders.Select(o => o.Lines.Select(l => l.Sku.Value).Distinct(StringComparer.Ordinal).ToArray()).Where(items => items.Length > 1)];
        int least = Math.Max(FewestOrders, (int)Math.Ceiling(LeastSupport * orders.Length));
        if (orders.Length < least)
        {
            return new(orders.Length, least, LeastConfidence, []);
        }

        FrequentItemSets pairs = FrequentItemSets.Find(Baskets.From(orders), (double)least / orders.Length, maxLength: 2);
        return new(orders.Length, least, LeastConfidence, [.. pairs.Rules(LeastConfidence).Where(rule => rule.Lift >= LeastLift)]);
    }
}
