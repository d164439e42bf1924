using EcomOps.Analytics.Recommendations;
using EcomOps.Operations.History;
using EcomOps.Operations.Steps;
using EcomOps.Testing.Shop;

namespace EcomOps.Operations.Tests.Steps;

public sealed class BasketStepTests
{
    [Fact]
    public void Pairs_agree_with_counting_the_orders_one_by_one()
    {
        ShopHistory history = new ShopSimulator(7).HistoryAt(18);
        BasketResults found = BasketStep.Run(history);
        HashSet<string>[] orders = [.. history.Orders.Select(o => o.Lines.Select(l => l.Sku.Value).ToHashSet()).Where(items => items.Count > 1)];
        Assert.Equal(orders.Length, found.Baskets);
        Assert.NotEmpty(found.Rules);
        foreach (AssociationRule rule in found.Rules.Take(10))
        {
            string first = Assert.Single(rule.Antecedent);
            int both = orders.Count(o => o.Contains(first) && o.Contains(rule.Consequent));
            int one = orders.Count(o => o.Contains(first));
            int other = orders.Count(o => o.Contains(rule.Consequent));
            Assert.Equal(both, rule.Count);
            Assert.Equal((double)both / one, rule.Confidence, 9);
            Assert.Equal((double)both / one / ((double)other / orders.Length), rule.Lift, 9);
            Assert.True(both >= found.LeastOrders && rule.Confidence >= found.LeastConfidence && rule.Lift >= 1.5);
        }
    }

    [Fact]
    public void A_shop_with_few_orders_gets_no_pairs()
    {
        ShopHistory history = new ShopSimulator(7).HistoryAt(3);
        Assert.Empty(BasketStep.Run(history with { Orders = [.. history.Orders.Take(10)] }).Rules);
    }
}
